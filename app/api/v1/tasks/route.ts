import { created, door, json } from "@/app/api/door";
import { only } from "@/app/api/methods";
import { refused } from "@/app/api/problem";
import { addInput, listInput } from "@/db/task-input";
import * as tasks from "@/db/tasks";

export const GET = door({ query: listInput }, async ({ user, query }) => json(await tasks.list(user.id, query)));

export const POST = door({ body: addInput }, async ({ user, body, claim }) => {
  const added = await tasks.add(user.id, { ...body, id: claim }, { who: "api" });
  return "refused" in added ? refused(added.refused) : created(added, "/api/v1/tasks");
});

export const { PUT, PATCH, DELETE, OPTIONS } = only("GET", "POST");
