import { created, door, json } from "@/app/api/door";
import { taken } from "@/app/api/v1/tags/taken";
import { addInput } from "@/db/tag-input";
import * as tags from "@/db/tags";

export const GET = door({}, async ({ user }) => json({ items: await tags.list(user.id), nextCursor: null }));

export const POST = door({ body: addInput }, async ({ user, body, claim }) => {
  const added = await tags.add(user.id, { ...body, id: claim }, { who: "api" });
  return "taken" in added ? taken(added.taken) : created(added, "/api/v1/tags");
});
