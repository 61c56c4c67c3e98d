import type { Task } from "@/db/tasks";
import { nextColor } from "@/language/colors";

type Tag = Task["tags"][number];

const NEW = "new ";

/** A tag that there is not yet, as it will be made; `tags` are those that there are. */
export function newTag(name: string, tags: Array<{ color: string }>): Tag {
  return { id: NEW + name, name, color: nextColor(tags.map(({ color }) => color)) };
}

/** Whether it goes by its name, for it has no id yet. */
export const isNew = ({ id }: Pick<Tag, "id">): boolean => id.startsWith(NEW);
