import { door, found } from "@/app/api/door";
import { only } from "@/app/api/methods";
import { taken } from "@/app/api/v1/tags/taken";
import { restoreInput } from "@/db/tag-input";
import * as tags from "@/db/tags";

/** `?name=` where its own is taken: a body was never asked for here, and may not be from now on. */
export const POST = door({ query: restoreInput.omit({ id: true }).strip() }, async ({ user, id, query }) => {
  const restored = await tags.restore(user.id, { ...query, id }, { who: "api" });
  return restored && "taken" in restored ? taken(restored.taken) : found(restored);
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = only("POST");
