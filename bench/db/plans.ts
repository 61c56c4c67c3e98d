import pg from "pg";
import { pool } from "@/db/client";

type Node = {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  Plans?: Node[];
};
type Statement = { text: string; values: unknown[] };

const READS_OR_WRITES = /^\s*(?:select|with|insert|update|delete)\b/i;
const BIG = new Set(["tasks", "task_tags", "messages", "changes"]);
/** Rows: a page, the one that tells whether there is another, and then some. */
const PAGE = 250;

/** What a statement did, run with these values on this data: the indexes that it went through, and what it should not have done. */
export type Judged = { indexes: string[]; faults: string[] };

/** What a call sends, whether on the pool or in a transaction, each once. */
export async function sent(call: () => Promise<unknown>): Promise<Statement[]> {
  const found = new Map<string, Statement>();
  const query = pg.Client.prototype.query;
  pg.Client.prototype.query = function (this: pg.Client, ...given: [Statement | string]) {
    const [asked] = given;
    if (typeof asked === "object" && READS_OR_WRITES.test(asked.text))
      found.set(asked.text, { text: asked.text, values: asked.values });
    return (query as (...given: unknown[]) => unknown).apply(this, given);
  } as typeof query;
  try {
    await call();
  } finally {
    pg.Client.prototype.query = query;
  }
  return [...found.values()];
}

/** Runs it with the values that an operation gave it, and looks at what happened; nothing that it writes stays. */
export async function judge({ text, values }: Statement): Promise<Judged> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    const { rows } = await client.query(`explain (analyze, timing off, format json) ${text}`, values);
    const nodes = all(rows[0]["QUERY PLAN"][0].Plan);
    return {
      indexes: [...new Set(nodes.flatMap((node) => node["Index Name"] ?? []))],
      faults: nodes.flatMap(faults),
    };
  } finally {
    await client.query("rollback");
    client.release();
  }
}

const all = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(all)];

function faults(node: Node): string[] {
  if (node["Node Type"].endsWith("Seq Scan") && BIG.has(node["Relation Name"] ?? ""))
    return [`reads ${node["Relation Name"]} from end to end`];
  const [input] = node.Plans ?? [];
  if (node["Node Type"].endsWith("Sort") && input && input["Actual Rows"] > PAGE)
    return [`sorts ${Math.round(input["Actual Rows"])} rows`];
  return [];
}
