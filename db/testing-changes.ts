import { randomUUID } from "node:crypto";
import type { By } from "@/db/record";
import * as tags from "@/db/tags";
import * as tasks from "@/db/tasks";

/** A turn of the assistant's that nothing was written in yet. */
export const turn = () => ({ who: "assistant", turnId: randomUUID() }) satisfies By;

/** All that the user can see, apart from when and how often it was written. */
export async function everything(userId: string) {
  const [all, trash] = await Promise.all(
    (["all", "trash"] as const).map((view) => tasks.list(userId, { view, limit: 200 })),
  );
  const seen = ({ version, updatedAt, deletedAt, ...task }: tasks.Task) => ({ ...task, inTrash: deletedAt !== null });
  const ofTags = (await tags.list(userId)).map(({ id, name, color, taskCount }) => ({ id, name, color, taskCount }));
  const rows = [...(all?.items ?? []), ...(trash?.items ?? [])].map(seen);
  return { tasks: rows.sort((a, b) => a.id.localeCompare(b.id)), tags: ofTags };
}
