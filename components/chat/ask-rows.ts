import type { Preview, PreviewRow, PreviewTag } from "@/assistant/planned";
import type { Row } from "@/assistant/shapes";
import type { Act } from "@/components/chat/ask-acts";
import { differing, due, type Edit, edits, type Sides, type Titles } from "@/components/chat/edits";
import type { Context } from "@/language/calendar";
import { nameOfColor, palette } from "@/language/colors";

export type AskRow = {
  id: string;
  kind: "task" | "tag";
  title: string;
  edits: Edit[];
  /** Where the notes change: as they are and as they would be. */
  notes?: { from: string | null; to: string | null };
  isNew: boolean;
  /** The row that it goes along with, and is left out with. */
  with: string | undefined;
};

type Words = { clock: Context; titles: Titles };

const empty = {
  description: null,
  dueDate: null,
  dueTime: null,
  repeat: null,
  repeatFrom: "due",
  priority: "none",
  tags: [],
  completed: false,
  parentId: null,
  deleted: false,
} satisfies Partial<Row>;

/** Every row of a question; those that go along with another one right behind it. */
export function rowsOf({ rows, tags = [], parents = {} }: Preview, act: Act, clock: Context): AskRow[] {
  const titles = new Map([...Object.entries(parents), ...rows.map(({ task }) => [task.id, task.title] as const)]);
  const all = [...tags.map(tagRow), ...rows.map((row) => taskRow(row, act, { clock, titles }))];
  const followers = Map.groupBy(all, (row) => row.with);
  const leaders = all.filter((row) => !row.with);
  return leaders.flatMap((leader) => [leader, ...(followers.get(leader.id) ?? [])]);
}

function tagRow({ tag, becomes, isNew }: PreviewTag): AskRow {
  const found: Array<Edit | false> = [
    becomes.name !== undefined && { field: "title", from: null, to: `#${becomes.name}` },
    becomes.color !== undefined && { field: "color", from: color(tag.color), to: color(becomes.color) },
    becomes.deleted !== undefined && moved(becomes.deleted),
    isNew === true && { field: "tags", from: null, to: "New tag" },
  ];
  const edits = found.filter((edit) => edit !== false);
  return { id: tag.id, kind: "tag", title: tag.name, edits, isNew: isNew === true, with: undefined };
}

/** A task under its title as it is. What is new there grows out of an empty task with its title. */
function taskRow({ task, becomes, isNew, with: leader }: PreviewRow, act: Act, words: Words): AskRow {
  const [was, is] = [isNew ? { ...task, ...empty } : task, { ...task, ...becomes }];
  const changed = differing(was, is);
  return {
    id: task.id,
    kind: "task",
    title: task.title,
    edits: editsOf({ was: changed, is }, act, words),
    ...(changed.description !== undefined && { notes: { from: changed.description, to: is.description } }),
    isNew: isNew === true,
    with: leader,
  };
}

/** What would become of a task, apart from what the question says of all. Where that is nothing, the due day tells which task it is. */
function editsOf({ was, is }: Sides, { makes = {} }: Act, { clock, titles }: Words): Edit[] {
  const { title, description: _, completed, deleted, ...others } = was;
  const told: Edit[] = [
    ...(title === undefined ? [] : [{ field: "title" as const, from: null, to: is.title }]),
    ...edits({ was: others, is }, clock, titles),
  ];
  const states: Array<Edit | false> = [
    completed !== undefined && is.completed !== makes.completed && finished(is.completed),
    deleted !== undefined && is.deleted !== makes.deleted && moved(is.deleted),
  ];
  const isState = completed !== undefined || deleted !== undefined;
  const day = told.length === 0 && isState ? due(is, clock) : null;
  return [
    ...told,
    ...(day === null ? [] : [{ field: "due" as const, from: null, to: day }]),
    ...states.filter((edit) => edit !== false),
  ];
}

const state = (to: string): Edit => ({ field: "state", from: null, to });
const moved = (deleted: boolean) => state(deleted ? "To Trash" : "Back from Trash");
const finished = (completed: boolean) => state(completed ? "Completed" : "Reopened");

function color(value: string): string {
  const name = nameOfColor(value);
  const isIts = palette[name] === value.toUpperCase();
  return isIts ? `${name.charAt(0).toUpperCase()}${name.slice(1)}` : `Close to ${name} (${value.toUpperCase()})`;
}
