import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Refused } from "@/db/fields";
import { orNothing } from "@/db/or-nothing";
import { type By, record, signature, type Undoing } from "@/db/record";
import { type Connection, given, instant, statement } from "@/db/statement";
import * as tagNames from "@/db/tag-names";
import { missing } from "@/db/tags/missing";
import { type ChangeOneInput, MOST_TAGS, TOO_MANY_TAGS } from "@/db/task-input";
import { lock } from "@/db/tasks/lock";
import type { Part } from "@/db/tasks/parts";
import { firstDay } from "@/db/tasks/repeat";
import { revive, shape, type Task, type TaskSnapshot } from "@/db/tasks/row";
import * as repetition from "@/language/repetition";

type Problem = "stale" | "parentId" | "dueTime" | "repeat";

/** What a change may want besides columns of its own: tags, a parent, a time or repetition, which need a day, a note in its record. */
const wants = ["tagged", "under", "dated", "noted"] as const;
type Kind = Record<(typeof wants)[number], boolean>;

/** The statement for changes of a kind: what they do not want is left out of it, for each part takes its time. */
function prepare(kind: Kind) {
  const { tagged, under, dated, noted } = kind;
  const parent = sql`, parent as (
      select p.id from tasks p
      where p.user_id = ${given("userId")} and p.id = (${given("patch")}::jsonb->>'parent_id')::uuid
        and p.deleted_at is null and p.parent_id is null and not p.id = any(${given("ids")}::uuid[])
      for share
    )`;
  const patch = sql`, patch as (
      select coalesce(due_date, ${given("firstDay")}::date) as due_date, due_time, repeat
      from jsonb_populate_record(null::tasks, ${given("patch")}::jsonb)
    )`;
  const misplaced = sql`when not exists (select from parent)
          or exists (select from tasks s where s.user_id = was.user_id and s.parent_id = was.id and s.deleted_at is null)
          then 'parentId'`;
  const dayless = sql`when was.due_date is null and (select due_date from patch) is null then case
          when (select due_time from patch) is not null then 'dueTime'
          when (select repeat from patch) is not null then 'repeat'
        end`;
  const links = sql`, unlinked as (
      -- A tag in the trash is out of sight, and comes back onto the task when it comes back.
      update task_tags l set deleted_at = ${instant} from sound, tags g
      where l.user_id = ${given("userId")} and l.task_id = sound.id and l.deleted_at is null
        and g.user_id = l.user_id and g.id = l.tag_id and g.deleted_at is null
        and not l.tag_id = any(${given("tags")}::uuid[])
      returning l.task_id
    ), linked as (
      insert into task_tags (user_id, task_id, tag_id)
      select g.user_id, sound.id, g.id from sound, tags g
      where g.user_id = ${given("userId")} and g.id = any(${given("tags")}::uuid[]) and g.deleted_at is null
      on conflict (user_id, task_id, tag_id) where deleted_at is null do nothing
      returning task_id
    )`;
  // Its tags are part of a task: a write to them alone is a new version of it too.
  const version = sql`,
      version = t.version + (t.id in (select task_id from unlinked) or t.id in (select task_id from linked))::int`;
  const tags = sql`coalesce((
          select json_agg(json_build_object('id', g.id, 'name', g.name, 'color', g.color) order by lower(g.name), g.id)
          from tags g
          where g.user_id = ${given("userId")} and g.id = any(${given("tags")}::uuid[]) and g.deleted_at is null
        ), '[]')`;
  const note = sql`, noted as (
      select id, is_new, before, after::jsonb || ${given("note")}::jsonb as after from shaped
    )`;
  const none = sql``;
  return statement<{ task: TaskSnapshot; problem: Problem | null }>(
    nameOf(kind),
    sql`
    with was as (
      select t.id, t.user_id, t.version, t.due_date, ${shape("t")} as before
      from tasks t
      where t.user_id = ${given("userId")} and t.id = any(${given("ids")}::uuid[]) and t.deleted_at is null
      order by t.id for update
    )${dated ? patch : none}${under ? parent : none}, checked as (
      select was.id, case
        when was.version <> ${given("version")}::int then 'stale'
        ${under ? misplaced : none}
        ${dated ? dayless : none}
      end as problem
      from was
    ), sound as (
      select id from checked where not exists (select from checked where problem is not null)
    )${tagged ? links : none}, new as (
      update tasks t set (title, description, priority, position, parent_id, due_date, due_time, repeat, repeat_from, repeat_start) = (
        select p.title, p.description, p.priority, p.position, p.parent_id, d.due_date, p.due_time, p.repeat, p.repeat_from,
          case when ${given("patch")}::jsonb ? 'repeat_start' or p.repeat is not distinct from t.repeat then p.repeat_start
            when p.repeat is not null then d.due_date end
        from jsonb_populate_record(t, ${given("patch")}::jsonb) p,
          lateral (select coalesce(p.due_date, ${given("firstDay")}::date) as due_date) d
      )${tagged ? version : none}
      from sound
      where t.user_id = ${given("userId")} and t.id = sound.id
      returning t.*
    ), shaped as (
      select new.id, was.version <> new.version as is_new, was.before, ${shape("new", {
        tags: tagged ? tags : sql`was.before->'tags'`,
        subtasks: sql`was.before->'subtasks'`,
      })} as after
      from was join new using (id)
    )${noted ? note : none}, recorded as (${record("change", "task", sql`${sql.raw(noted ? "noted" : "shaped")} where is_new`)})
    select coalesce(shaped.after, was.before) as task, checked.problem
    from was join checked using (id) left join shaped using (id)
    order by array_position(${given("ids")}::uuid[], was.id)`,
  );
}

const nameOf = (kind: Kind) => ["tasks_change", ...wants.filter((want) => kind[want])].join("_");
const kinds = Array.from(
  { length: 2 ** wants.length },
  (_, bits) => Object.fromEntries(wants.map((want, at) => [want, (bits & (2 ** at)) > 0])) as Kind,
);
const changed = new Map(kinds.map((kind) => [nameOf(kind), prepare(kind)]));

const messages = {
  parentId: "A subtask’s parent can’t be a subtask, and a task with subtasks can’t become one.",
  dueTime: "A time needs a date.",
  repeat: "This repeat has no dates left.",
  scope: "No rule fits that date for all the following ones. Move just this one, or choose another rule.",
};

type Wanted = {
  ids: string[];
  columns: Record<string, unknown>;
  tags?: string[];
  version?: number;
  firstDay?: string | null;
  /** The subtasks that the same change moved along, for its record. */
  parts?: Part[];
};
export type Outcome = { tasks: Task[] } | { stale: Task } | Refused;

/** Writes columns, by their names in the database, and ids of tags; the operation behind `change` and behind its undoing. */
export async function write(userId: string, wanted: Wanted, by: Undoing, on?: Connection): Promise<Outcome> {
  const { ids, columns, tags = null, version = null, firstDay = null, parts } = wanted;
  const patch = JSON.stringify(columns);
  const note = parts ? JSON.stringify({ parts }) : null;
  const kind: Kind = {
    tagged: tags !== null,
    under: Boolean(columns.parent_id),
    dated: Boolean(columns.due_time ?? columns.repeat),
    noted: note !== null,
  };
  const run = changed.get(nameOf(kind)) ?? prepare(kind);
  const rows = await run({ userId, ids, patch, tags, version, firstDay, note, ...signature(by) }, on);
  const problem = rows.find((row) => row.problem);
  if (problem?.problem === "stale") return { stale: revive(problem.task) };
  if (problem?.problem) return { refused: [{ path: problem.problem, message: messages[problem.problem] }] };
  return { tasks: rows.map(({ task }) => revive(task)) };
}

type Patch = Omit<ChangeOneInput, "id" | "version" | "scope">;

type Wish = {
  ids: string[];
  version?: number;
  /** A new due day is that of all later occurrences too. */
  following?: boolean;
  patch: Patch;
};

/**
 * Changes tasks alike, all or none; what `patch` leaves out stays.
 * @returns the living ones of them as they are now; stale with the present one when `version` is not its version any more; refused
 * where a rule that spans columns or rows would be broken, or a series cannot follow to the new day.
 */
export async function change(
  userId: string,
  { ids, version, following, patch: { tags: names, addTags, addTagIds, removeTagIds, ...patch } }: Wish,
  by: By,
): Promise<Outcome> {
  const day = patch.repeat && !patch.dueDate ? await firstDay(userId, patch.repeat) : null;
  const wanted = { ids, version, columns: columns(patch), firstDay: day };
  const to = following && patch.repeat === undefined ? patch.dueDate : undefined;
  const tagged = names ?? addTags ?? addTagIds ?? removeTagIds;
  if (!tagged && !to && !patch.parentId) return write(userId, wanted, by);
  const together = async (tx: Transaction): Promise<Outcome> => {
    const gone = await missing(userId, addTagIds ?? [], tx);
    if (gone.length > 0) return { refused: gone };
    const named = await idsOf(userId, names ?? addTags ?? [], by, tx);
    // A statement sees the links and subtasks that were there when it began: it begins when nobody else can be writing them.
    const held = await lock(userId, patch.parentId ? [...ids, patch.parentId] : ids, tx);
    // What is gone or stale is for the write to say.
    const present = held.filter(
      (row) => ids.includes(row.id) && row.deletedAt === null && row.version === (version ?? row.version),
    );
    const shifted = to ? shift(present, to) : {};
    if (!shifted) return { refused: [{ path: "scope", message: messages.scope }] };
    const kept = names ? [] : tagsOf(present).filter((id) => !removeTagIds?.includes(id));
    const tags = tagged && [...new Set([...kept, ...named, ...(addTagIds ?? [])])];
    if (tags && tags.length > MOST_TAGS) return { refused: [{ path: "tags", message: TOO_MANY_TAGS }] };
    return write(userId, { ...wanted, columns: { ...wanted.columns, ...shifted }, tags }, by, tx);
  };
  return orNothing(together, (outcome) => !("tasks" in outcome && outcome.tasks.length > 0));
}

async function idsOf(userId: string, names: string[], by: By, tx: Transaction): Promise<string[]> {
  return names.length === 0 ? [] : [...(await tagNames.resolve(userId, names, by, tx)).values()];
}

/** The tags of the one task that a change adds to and takes from. */
const tagsOf = ([task]: TaskSnapshot[]) => task?.tags.map(({ id }) => id) ?? [];

/** The series of the first of these tasks, moved so that its present occurrence is on the day `to`; null where no rule says that. */
function shift([task]: TaskSnapshot[], to: string): Record<string, string> | null {
  const present = task && repetition.occurrence(task);
  if (!present) return {};
  const rule = repetition.shift(present.rule, { from: present.start, to });
  return rule === null ? null : { repeat: rule, repeat_start: to };
}

/** A patch by the names of the columns. Taking the day away takes time and repetition with it. */
function columns({ description, parentId, dueDate, dueTime, repeatFrom, ...same }: Omit<Patch, "tags">) {
  return {
    ...same,
    ...(dueDate === null && { repeat: null }),
    description: description === "" ? null : description,
    parent_id: parentId,
    due_date: dueDate,
    due_time: dueDate === null ? null : dueTime,
    repeat_from: repeatFrom,
  };
}
