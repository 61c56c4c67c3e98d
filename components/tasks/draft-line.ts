import { newTag } from "@/components/tags/new-tag";
import type { NewTask } from "@/components/tasks/new-task";
import type { Tag } from "@/db/tags";
import { type QuickAdd, saysNoDate } from "@/language/quick-add";
import { sameName } from "@/language/text";

type Range = { start: number; end: number };

/** A line being written, and the stretches of it that its writer said are only words. */
export type Draft = {
  text: string;
  dismissed: Range[];
  /** By what it was sent already, without an answer: sent by the same again, it is added once. An edit makes another line of it. */
  turnId?: string;
};

/** The draft after its text was edited: what was dismissed moves along with its words, and is forgotten once they are touched. */
export function edit(draft: Draft, text: string): Draft {
  const longest = Math.min(draft.text.length, text.length);
  let before = 0;
  while (before < longest && draft.text[before] === text[before]) before++;
  let after = 0;
  while (after < longest - before && draft.text.at(-1 - after) === text.at(-1 - after)) after++;
  const editEnd = draft.text.length - after;
  const grown = text.length - draft.text.length;
  const dismissed = draft.dismissed.flatMap(({ start, end }) => {
    if (end <= before) return [{ start, end }];
    return start >= editEnd ? [{ start: start + grown, end: end + grown }] : [];
  });
  return { text, dismissed };
}

/** What a page gives to tasks that do not say otherwise: its day, its tag. */
export type Defaults = { dueDate?: string; tag?: Tag };

/** A line as it was understood, as a task to add. */
export function toTask(line: QuickAdd, tags: Tag[], defaults: Defaults = {}): NewTask {
  const { title, dueTime, priority, repeat, repeatFrom } = line;
  const dueDate = line.dueDate ?? (repeat || saysNoDate(line) ? null : (defaults.dueDate ?? null));
  const named = withNew(line.tags, tags);
  const { tag } = defaults;
  const all = tag && !named.some(({ name }) => sameName(name, tag.name)) ? [...named, tag] : named;
  const due = dueDate ? { dueDate, dueTime } : {};
  return {
    title,
    priority,
    ...due,
    ...(repeat ? { repeat, repeatFrom } : {}),
    tags: all.map(({ id, name, color }) => ({ id, name, color })),
  };
}

/** The tags of these names; those that there are not yet, as they will be made. */
function withNew(names: string[], tags: Tag[]) {
  const others: Array<{ color: string }> = [...tags];
  return names.map((name) => {
    const known = tags.find((tag) => sameName(tag.name, name));
    if (known) return known;
    const made = newTag(name, others);
    others.push(made);
    return made;
  });
}
