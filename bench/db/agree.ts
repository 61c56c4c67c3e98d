import type { Case } from "@/bench/db/measure";

/** @throws Error when an operation that reads answers with other rows than the bare SQL, which may read one more to know of a next page. */
export async function agree({ name, ours, bare }: Case): Promise<void> {
  const [answered, expected] = [ids(await ours()), ids(await bare())];
  const same = answered.join() === expected.slice(0, answered.length).join();
  if (!same || expected.length > answered.length + 1)
    throw new Error(
      `${name}: ${answered.length} rows, and the bare SQL answers with ${expected.length}, or with others.`,
    );
}

function ids(answer: unknown): string[] {
  if (answer === undefined) return [];
  if (Array.isArray(answer)) return answer.map(idOf);
  if (typeof answer === "object" && answer && "items" in answer) return ids(answer.items);
  return [idOf(answer)];
}

const idOf = (row: unknown) =>
  typeof row === "object" && row && "id" in row ? String(row.id) : JSON.stringify(Object.entries(row as object).sort());
