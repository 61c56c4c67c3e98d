import { parseArgs } from "node:util";
import { agree } from "@/bench/db/agree";
import { measure } from "@/bench/db/measure";
import { fill } from "@/bench/db/server";
import { head, row } from "@/bench/db/table";
import { env } from "@/env";

/**
 * npm run bench:db: a million tasks of 1,000 users in a PostgreSQL of its own, and on them each operation beside the bare SQL that it
 * could not do without, by turns over the same pool.
 */
const { values } = parseArgs({
  options: {
    tasks: { type: "string", default: "1000000" },
    heavy: { type: "string", default: "100000" },
    users: { type: "string", default: "1000" },
    /** How long each case is measured, on each number of connections. */
    seconds: { type: "string", default: "3" },
    /** A folder that keeps the database for the next run. */
    keep: { type: "string" },
    connections: { type: "string", default: "1,16" },
    /** Only the cases whose names begin so. */
    only: { type: "string", default: "" },
    markdown: { type: "boolean", default: false },
  },
});
const { url, seeded, done } = await fill(values.keep, {
  tasks: Number(values.tasks),
  heavy: Number(values.heavy),
  users: Number(values.users),
});

try {
  env.DATABASE_URL = url; // before anyone opens the pool
  const { pool } = await import("@/db/client");
  const { reads } = await import("@/bench/db/reads");
  const { searches } = await import("@/bench/db/searches");
  const { writes } = await import("@/bench/db/writes");
  const { dryRuns } = await import("@/bench/db/dry-runs");
  const { judge, sent } = await import("@/bench/db/plans");
  const reading = [...(await reads(seeded)), ...searches(seeded)];
  for (const one of reading) await agree(one);
  const cases = [...reading, ...(await writes(seeded.heavy)), ...(await dryRuns(seeded.heavy))].filter(({ name }) =>
    name.startsWith(values.only),
  );

  console.log(head(values.markdown));
  for (const connections of values.connections.split(",").map(Number))
    for (const one of cases) console.log(row(await measure(one, connections, Number(values.seconds)), values.markdown));

  console.log("\nThe indexes that each one's statements go through, run with its values, and what they should not do:");
  for (const one of cases)
    for (const statement of await sent(one.ours)) {
      const { indexes, faults } = await judge(statement);
      console.log(`${one.name.padEnd(24)}  ${indexes.join(", ")}${faults.map((fault) => `  !! ${fault}`).join("")}`);
    }
  await pool.end();
} finally {
  await done();
}
