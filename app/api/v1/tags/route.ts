import { created, door, json } from "@/app/api/door";
import { only } from "@/app/api/methods";
import { taken } from "@/app/api/v1/tags/taken";
import { addInput, listInput } from "@/db/tag-input";
import * as tags from "@/db/tags";

export const GET = door({ query: listInput }, async ({ user, query }) =>
  json({ items: await (query.view ? tags.listTrash : tags.list)(user.id), nextCursor: null }),
);

export const POST = door({ body: addInput }, async ({ user, body, claim }) => {
  const added = await tags.add(user.id, { ...body, id: claim }, { who: "api" });
  return "taken" in added ? taken(added.taken) : created(added, "/api/v1/tags");
});

export const { PUT, PATCH, DELETE, OPTIONS } = only("GET", "POST");
