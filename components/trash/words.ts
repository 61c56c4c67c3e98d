import { limits } from "@/components/shell/limits";
import { longDay } from "@/components/tasks/long-day";
import type { Listed, Trashed } from "@/db/trash";
import { type Context, today } from "@/language/calendar";
import { cut, nameKey } from "@/language/text";

const DAY = 24 * 60 * 60 * 1_000;

/** What the thing is called. */
export function nameOf({ thing }: Trashed): string {
  return "name" in thing ? thing.name : thing.title;
}

/** The same with its kind, for those who do not see its sign: “the tag home”. Most of the trash is tasks, and needs no word. */
export function spokenName(trashed: Trashed): string {
  return trashed.noun === "task" ? nameOf(trashed) : `the ${trashed.noun} ${nameOf(trashed)}`;
}

/** What comes back along with it: "2 subtasks", "3 tasks", "12 messages", or nothing. */
export function along({ noun, thing }: Trashed): string {
  if (noun === "task") return some(thing.subtasks.total, "subtask");
  return noun === "tag" ? some(thing.taskCount, "task") : some(thing.messageCount, "message");
}

const some = (count: number, noun: string) => (count === 0 ? "" : `${count} ${noun}${count === 1 ? "" : "s"}`);

/** How long it will be there yet, and for who wants to know exactly, the day on which it goes. */
export function leaving({ endsAt }: Pick<Listed, "endsAt">, clock: Context): { text: string; title: string } {
  const days = Math.ceil((endsAt.getTime() - clock.now.getTime()) / DAY);
  const day = longDay(today({ ...clock, now: endsAt }), clock);
  return { text: days > 1 ? `${days} days left` : "Last day", title: `Deleted permanently on ${day}` };
}

/** A name that is not taken, as near to the wanted one as can be: "home 2". */
export function freeName(wanted: string, taken: string[]): string {
  const names = new Set(taken.map(nameKey));
  for (let n = 2; ; n++) {
    const ending = ` ${n}`;
    const name = cut(wanted, limits.tag - ending.length) + ending;
    if (!names.has(nameKey(name))) return name;
  }
}
