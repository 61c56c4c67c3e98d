import { idAt } from "@/bench/seed/chance";

/** How many tasks someone has in each state; of the two that are compared, the open ones to the piece. */
export type Person = { id: string; open: number; completed: number; trash: number; tags: string[] };

type Sizes = { users: number; tasks: number; heavy: number; light: number };

const TAGS = ["home", "errands", "work", "family", "reading", "health", "garden", "money"];
const SHARE = { completed: 0.45, trash: 0.05 };

/** The users, the one with very many tasks first, the one with few second; the others share what is left, unevenly. */
export function people({ users, tasks, heavy, light }: Sizes, random: () => number): Person[] {
  const begun = Date.now() - 730 * 86_400_000;
  const person = (size: Omit<Person, "id" | "tags">): Person => ({
    id: idAt(random, begun),
    tags: TAGS.map(() => idAt(random, begun)),
    ...size,
  });
  const beside = (open: number) => ({ open, completed: Math.ceil(open / 10), trash: Math.ceil(open / 50) });
  const compared = [person(beside(heavy)), person(beside(light))];

  const left = tasks - compared.reduce((sum, { open, completed, trash }) => sum + open + completed + trash, 0);
  if (left < 0) throw new RangeError(`${tasks} tasks are fewer than the ${tasks - left} of the two that are compared.`);
  const weights = Array.from({ length: users - 2 }, () => 0.2 + random() ** 2);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const others = weights.map((weight) => {
    const size = Math.round((left * weight) / whole);
    const [completed, trash] = [Math.round(size * SHARE.completed), Math.round(size * SHARE.trash)];
    return person({ open: size - completed - trash, completed, trash });
  });
  return [...compared, ...others];
}

/** The names of everybody's tags, in the order of `Person.tags`. */
export const tagName = (at: number) => TAGS[at] ?? "other";
