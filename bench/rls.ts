import { randomBytes } from "node:crypto";
import { performance } from "node:perf_hooks";
import pg from "pg";
import * as embedded from "@/db/embedded";
import * as migrator from "@/db/migrator";
import { inDatabase } from "@/db/testing-url";
import { env } from "@/env";

/**
 * What row-level security would cost a list of 50 tasks, beside the plain statement that names its user: one transaction of three
 * statements on a role that owns nothing, against one prepared statement. Both on one connection, by turns.
 * Run: DATA_DIR=/some/empty/folder npx tsx --conditions=react-server bench/rls.ts
 */
const ROUNDS = 3_000;
const WARMUP = 300;

const root = embedded.url(await embedded.ensure(env.DATA_DIR));
const name = `tandem_bench_${randomBytes(8).toString("hex")}`;
await on(root, (client) => client.query(`create database ${name}`));
const own = inDatabase(root, name);

const users = await on(own, async (client) => {
  await migrator.migrate({ client });
  await client.query(`
    insert into users (name, email) select 'Ada', n || '@example.com' from generate_series(1, 100) n;
    insert into tasks (user_id, title, position, due_date)
      select u.id, 'Task ' || n, 'a' || lpad(n::text, 6, '0') || 'V', current_date + n % 400 - 200
      from users u, generate_series(1, 500) n;
    analyze;
    drop role if exists bench_app;
    create role bench_app;
    grant select on tasks to bench_app;
    alter table tasks enable row level security;
    create policy own on tasks to bench_app using (user_id = current_setting('app.user', true)::uuid);
  `);
  return (await client.query<{ id: string }>("select id from users")).rows.map(({ id }) => id);
});

const client = new pg.Client(own);
await client.connect();
const text = `
  select t.id, t.title, t.due_date, t.due_time, t.position from tasks t
  where t.user_id = $1 and t.deleted_at is null and t.completed_at is null
  order by coalesce(t.due_date, 'infinity'::date), coalesce(t.due_time, '24:00'::time), t.position, t.id limit 51`;
const list = (userId: string) => client.query({ name: "list", text, values: [userId] });

const ways = {
  plain: list,
  "row-level security": async (userId: string) => {
    await client.query("begin; set local role bench_app");
    await client.query({ name: "who", text: "select set_config('app.user', $1, true)", values: [userId] });
    const page = await client.query({ name: "list_walled", text, values: [userId] });
    await client.query("commit");
    return page;
  },
  // As few round trips as the wire protocol allows: everything is sent before the first answer comes.
  "row-level security, pipelined": async (userId: string) => {
    const sent = [
      client.query("begin; set local role bench_app"),
      client.query({ name: "who", text: "select set_config('app.user', $1, true)", values: [userId] }),
      client.query({ name: "list_walled", text, values: [userId] }),
      client.query("commit"),
    ];
    return (await Promise.all(sent))[2];
  },
};

const taken: Record<string, number[]> = Object.fromEntries(Object.keys(ways).map((way) => [way, []]));
for (let round = -WARMUP; round < ROUNDS; round++) {
  const userId = users[Math.abs(round) % users.length] ?? "";
  for (const [way, run] of Object.entries(ways)) {
    const start = performance.now();
    const page = await run(userId);
    if (page?.rowCount !== 51) throw new Error(`${way} answered ${page?.rowCount} rows`);
    if (round >= 0) taken[way]?.push(performance.now() - start);
  }
}

const p50 = (times: number[] = []) => times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
const plain = p50(taken.plain);
for (const [way, times] of Object.entries(taken))
  console.log(`${way.padEnd(32)} p50 ${p50(times).toFixed(3)} ms   ${(p50(times) / plain).toFixed(2)}×`);

await client.end();
await on(root, (client) => client.query(`drop database ${name} with (force)`));
await on(root, (client) => client.query("drop role bench_app"));

async function on<T>(url: string, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}
