import { idAt, pick, pickEarly } from "@/bench/seed/chance";
import type { Row } from "@/bench/seed/copy";
import { type Person, tagName } from "@/bench/seed/people";
import { description, title } from "@/bench/seed/words";
import * as position from "@/db/position";

type Random = () => number;
type State = "open" | "completed" | "trash";

const DAY = 86_400_000;
const YEARS = 730 * DAY;

/** A task comes with its share of tags, records and messages. */
export const ROWS_PER_TASK = 1.79;
const TAGGED = 0.35;
const RECORDED = 0.25;
const SUBTASKS = 0.08;
const CONVERSATIONS = 20;
const MESSAGES = 6;

/** The rows of each table, in an order in which each finds what it refers to. */
export function rows(people: Person[], random: Random): Array<[table: string, rows: Iterable<Row>]> {
  const links: Row[] = [];
  const records: Row[] = [];
  const talks = conversations(people, random);
  return [
    ["users", people.map(({ id }, at) => ({ id, name: `Person ${at + 1}`, email: `person-${at + 1}@example.com` }))],
    ["tags", people.flatMap(({ id, tags }) => tags.map((tag, at) => ({ id: tag, user_id: id, name: tagName(at) })))],
    ["tasks", tasks(people, random, links, records)],
    ["task_tags", links],
    ["changes", records],
    ["conversations", talks],
    ["messages", messages(talks, random)],
  ];
}

function* tasks(people: Person[], random: Random, links: Row[], records: Row[]): Generator<Row> {
  const now = Date.now();
  const parents = new Map<Person, { id: string; state: State; row: Row }>();
  const order = shuffled(people, random);
  for (const [at, { person, state }] of order.entries()) {
    const created = Math.round(now - YEARS + (YEARS * at) / order.length);
    const id = idAt(random, created);
    const parent = parents.get(person);
    const under = parent?.state === state && random() < SUBTASKS ? parent : undefined;
    const row: Row = {
      id,
      created_at: iso(created),
      updated_at: iso(created),
      user_id: person.id,
      parent_id: under?.id ?? null,
      title: title(random),
      description: random() < 0.25 ? description(random) : null,
      priority: pick(random, ["none", "none", "none", "none", "low", "medium", "medium", "high"]),
      position: position.atEnd(),
      ...due(state, created, now, random),
      // What one completion or deletion took shares the instant.
      completed_at: state === "completed" ? (under?.row.completed_at ?? iso(between(created, now, random))) : null,
      deleted_at: state === "trash" ? (under?.row.deleted_at ?? iso(between(now - 30 * DAY, now, random))) : null,
    };
    if (!under) parents.set(person, { id, state, row });
    for (const tag of new Set([random() < TAGGED && pickEarly(random, person.tags), random() < 0.05 && person.tags[0]]))
      if (tag) links.push({ user_id: person.id, task_id: id, tag_id: tag, deleted_at: row.deleted_at ?? null });
    if (random() < RECORDED) records.push(record(row, created, random));
    yield row;
  }
}

/** Every task to come, by whose it is and what became of it, in no order at all. */
function shuffled(people: Person[], random: Random) {
  const order = people.flatMap((person) =>
    (["open", "completed", "trash"] as const).flatMap((state) =>
      Array.from({ length: person[state] }, () => ({ person, state })),
    ),
  );
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [at(order, other), at(order, last)];
  }
  return order;
}

function at<T>(from: T[], index: number): T {
  const found = from[index];
  if (found === undefined) throw new RangeError(`There is nothing at ${index}.`);
  return found;
}

/** A few are overdue or due today, most in the year to come, a third has no day; what is over was due about when it was made. */
function due(state: State, created: number, now: number, random: Random): Row {
  const none = { due_date: null, due_time: null, repeat: null, repeat_start: null };
  if (random() < 0.3) return none;
  const day =
    state === "open" ? now + Math.floor(random() * 390 - 10) * DAY : created + Math.floor(random() * 30) * DAY;
  const dueDate = iso(day).slice(0, 10);
  const repeats = state === "open" && random() < 0.04;
  return {
    due_date: dueDate,
    due_time: random() < 0.3 ? `${String(Math.floor(random() * 14) + 7).padStart(2, "0")}:30` : null,
    repeat: repeats ? pick(random, ["FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY"]) : null,
    repeat_start: repeats ? dueDate : null,
  };
}

function record(task: Row, created: number, random: Random): Row {
  const { user_id, id, ...shown } = task;
  const after = JSON.stringify({ id, ...shown, tags: [], subtasks: { done: 0, total: 0 } });
  const written = {
    id: idAt(random, created),
    created_at: iso(created),
    updated_at: iso(created),
    user_id: user_id ?? null,
  };
  const turn = random() < 0.3 ? idAt(random, created) : null;
  return { ...written, who: "you", what: "add", noun: "task", subject_id: id ?? null, after, turn_id: turn };
}

function conversations(people: Person[], random: Random): Row[] {
  return people.flatMap(({ id }) =>
    Array.from({ length: CONVERSATIONS }, () => {
      const spoken = between(Date.now() - YEARS, Date.now(), random);
      const times = { created_at: iso(spoken), updated_at: iso(spoken) };
      return { id: idAt(random, Math.round(spoken)), user_id: id, title: title(random), ...times };
    }),
  );
}

function* messages(talks: Row[], random: Random): Generator<Row> {
  for (const { id, user_id } of talks)
    for (let n = 0; n < MESSAGES; n++) {
      const content = description(random);
      const parts = JSON.stringify([{ type: "text", text: content }]);
      const role = n % 2 === 0 ? "user" : "assistant";
      yield { user_id: user_id ?? null, conversation_id: id ?? null, role, parts, content };
    }
}

const iso = (instant: number) => new Date(instant).toISOString();
const between = (from: number, to: number, random: Random) => from + random() * (to - from);
