import type { Answer } from "@/components/shell/answer";
import { isNew } from "@/components/tags/new-tag";
import type { Fields } from "@/components/tasks/optimistic";
import type { Task } from "@/db/tasks";

type Tag = Task["tags"][number];

/** What a door takes of a new task: tags that exist by their ids, whatever they are called by now, and new ones by their names. */
export function inputOf<Given extends Fields>({ tags = [], ...fields }: Given, gone: string[] = []) {
  const names = tags.filter(isNew).map(({ name }) => name);
  const ids = tags.filter((tag) => !isNew(tag) && !gone.includes(tag.id)).map(({ id }) => id);
  return { ...fields, ...(names.length > 0 && { tags: names }), ...(ids.length > 0 && { tagIds: ids }) };
}

/**
 * What a door takes of a change: what differs from the task as it was shown, and of its tags those that come and go. So it writes over
 * nothing that was changed elsewhere meanwhile.
 */
export function changeOf(task: Task, { tags, ...fields }: Fields, gone: string[] = []) {
  const edited = Object.entries(fields).filter(([name, value]) => value !== task[name as keyof Task]);
  return { ...Object.fromEntries(edited), ...(tags && tagChange(task.tags, tags, gone)) };
}

function tagChange(was: Tag[], is: Tag[], gone: string[]) {
  const without = (tags: Tag[], others: Tag[]) => tags.filter(({ id }) => !others.some((other) => other.id === id));
  const come = without(is, was);
  const addTags = come.filter(isNew).map(({ name }) => name);
  const addTagIds = come.filter((tag) => !isNew(tag) && !gone.includes(tag.id)).map(({ id }) => id);
  const removeTagIds = without(was, is).map(({ id }) => id);
  return {
    ...(addTags.length > 0 && { addTags }),
    ...(addTagIds.length > 0 && { addTagIds }),
    ...(removeTagIds.length > 0 && { removeTagIds }),
  };
}

/** The tags that a write was refused for, because they were deleted elsewhere. */
export function goneTags(answer: Answer): string[] {
  if (answer.ok) return [];
  return (answer.errors ?? []).flatMap(({ path, id }) => (path === "tagIds" && id ? [id] : []));
}
