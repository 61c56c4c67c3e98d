import { door, found } from "@/app/api/door";
import { taken } from "@/app/api/v1/tags/taken";
import * as tags from "@/db/tags";

export const POST = door({}, async ({ user, id }) => {
  const restored = await tags.restore(user.id, { id }, { who: "api" });
  return restored && "taken" in restored ? taken(restored.taken) : found(restored);
});
