import type { Result } from "./results";
import type { Call } from "./scene";

/** What calls that are made at the same time come to as fewer: those of one tool about single tasks are one call, and so one question. */
export function merge(calls: Call[]): { calls: Call[]; apart: (results: Result[]) => Result[] } {
  const groups = calls.map(({ tool, input }, at) => {
    const key = keyOf(input);
    return { name: key ? `${tool} ${key}` : `${at}`, at };
  });
  const byName = [...Map.groupBy(groups, ({ name }) => name).values()].flatMap((group) => {
    const places = group.map(({ at }) => at);
    return places.reduce((sum, at) => sum + sizeOf(calls[at]), 0) > MOST ? places.map((at) => [at]) : [places];
  });
  return {
    calls: byName.map((places) => joined(places.flatMap((at) => calls[at] ?? []))),
    apart: (results) => {
      const each: Result[] = [];
      byName.forEach((places, nth) => {
        const result = results[nth];
        let from = 0;
        for (const at of places) {
          const size = sizeOf(calls[at]);
          if (result) each[at] = places.length === 1 ? result : shareOf(result, calls[at], from, size);
          from += size;
        }
      });
      return each;
    },
  };
}

/** Beyond this many, what is done isn't told one by one. */
const MOST = 100;
const KEYS = ["ids", "tasks"] as const;

const listIn = (input: Call["input"], key: string) => (Array.isArray(input[key]) ? (input[key] as unknown[]) : []);
const keyOf = (input: Call["input"]) => KEYS.find((key) => listIn(input, key).length > 0);
const sizeOf = (call: Call | undefined) => KEYS.reduce((sum, key) => sum + listIn(call?.input ?? {}, key).length, 0);

function joined(calls: Call[]): Call {
  const [first, ...others] = calls;
  if (!first) throw new RangeError("Nothing cannot be joined.");
  const key = keyOf(first.input);
  if (!key || others.length === 0) return first;
  return { tool: first.tool, input: { [key]: calls.flatMap(({ input }) => listIn(input, key)) } };
}

/** Of what several calls came to together, what one of them did: by its tasks' ids, or of new ones by their place. */
function shareOf(result: Result, call: Call | undefined, from: number, size: number): Result {
  const input = call?.input ?? {};
  const named = [...listIn(input, "ids"), ...listIn(input, "tasks")].map((one) =>
    typeof one === "string" ? one : Object(one).id,
  );
  const isNew = named.every((id) => id === undefined);
  const titles = new Set(listIn(input, "tasks").map((one) => Object(one).title));
  return {
    ...result,
    done: isNew
      ? result.done.slice(from, from + size)
      : result.done.filter(({ task }) => task && named.includes(task.id)),
    failed: result.failed.filter(({ id }) => (isNew ? titles.has(id) : named.includes(id))),
  };
}
