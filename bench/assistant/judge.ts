import type { Conversation, Wanted } from "./kit";
import type { Played, State } from "./play";

/** What is wrong with how a conversation ended; empty when all is as wanted and nothing else was written. */
export function judge({ want }: Conversation, { before, after, said }: Played): string[] {
  const wrong: string[] = [];
  const was = new Map(before.map((state) => [state.id, state]));
  const added = after.filter(({ id, trash }) => !was.has(id) && !trash);
  const expected = (want.added ?? []).map((one) => (typeof one === "string" ? { title: one } : one));
  const unmet = expected.filter((one) => !take(added, one));
  wrong.push(...unmet.map((one) => `not added: ${JSON.stringify(one)}`));
  wrong.push(...added.map((state) => `added: ${brief(state)}`));
  for (const now of after) {
    const old = was.get(now.id);
    if (old) wrong.push(...compare(old, now, want));
  }
  if (want.says && !want.says.test(said)) wrong.push(`said: ${said.replace(/\s+/g, " ").slice(0, 160)}`);
  return wrong;
}

function take(rows: State[], wanted: Wanted): boolean {
  const at = rows.findIndex((state) => fits(state, wanted) && !state.done && !state.trash);
  if (at >= 0) rows.splice(at, 1);
  return at >= 0;
}

function fits(state: State, wanted: Wanted): boolean {
  return Object.entries(wanted).every(
    ([key, value]) => JSON.stringify(state[key as keyof Wanted]) === JSON.stringify(value),
  );
}

function compare(old: State, now: State, want: Conversation["want"]): string[] {
  const { completed = [], reopened = [], deleted = [], restored = [], changed = {} } = want;
  const edit = changed[old.title];
  const done = completed.includes(old.title) || (old.done && !reopened.includes(old.title));
  const trash = deleted.includes(old.title) || (old.trash && !restored.includes(old.title));
  const wanted: State = { ...old, ...edit, done, trash };
  const loose = edit !== undefined && Object.keys(edit).length === 0;
  const keys = (Object.keys(wanted) as Array<keyof State>).filter(
    (key) => !(loose && (key === "due" || key === "time")),
  );
  const off = keys.filter((key) => JSON.stringify(now[key]) !== JSON.stringify(wanted[key]));
  return off.map((key) => `${old.title}: ${key} is ${JSON.stringify(now[key])}, not ${JSON.stringify(wanted[key])}`);
}

function brief({ title, due, time, tags, priority, repeat }: State): string {
  return JSON.stringify({ title, due, time, tags, priority, repeat });
}
