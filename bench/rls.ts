import { randomBytes } from "node:crypto";
import { loadavg } from "node:os";
import { performance } from "node:perf_hooks";
import * as neon from "@neondatabase/serverless";
import pg from "pg";
import { on } from "@/bench/db/server";
import { median } from "@/bench/quantile";
import * as embedded from "@/db/embedded";
import * as migrator from "@/db/migrator";
import { asNeon, openGateway, throughGateway } from "@/db/testing-neon";
import { inDatabase } from "@/db/testing-url";
import { env } from "@/env";

/**
 * What row-level security would cost a list of 50 tasks, beside the plain statement that names its user: one transaction of three
 * statements on a role that owns nothing, against one prepared statement; by node-postgres, and by Neon's own driver through the
 * WebSocket proxy that the tests have. The drivers take turns, and within a turn the ways.
 * Run: DATA_DIR=/some/empty/folder npx tsx --conditions=react-server bench/rls.ts
 */
const TURN = 60;
const TURNS = 50;
const WARMUP = 5;

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

const gateway = await openGateway(root);
throughGateway(gateway.port);
const clients = {
  pg: new pg.Client(own),
  "pg, pipelined": new pg.Client({ connectionString: own, pipeline: true }),
  "Neon's driver": new neon.Client(asNeon(own)),
};
for (const client of Object.values(clients)) await client.connect();

const text = `
  select t.id, t.title, t.due_date, t.due_time, t.position from tasks t
  where t.user_id = $1 and t.deleted_at is null and t.completed_at is null
  order by coalesce(t.due_date, 'infinity'::date), coalesce(t.due_time, '24:00'::time), t.position, t.id limit 51`;

type Client = { query(query: string | pg.QueryConfig): Promise<Answer> };
type Answer = { rowCount: number | null };

const list = (client: Client) => (userId: string) => client.query({ name: "list", text, values: [userId] });
const steps = (userId: string) => ({
  open: "begin; set local role bench_app",
  who: { name: "who", text: "select set_config('app.user', $1, true)", values: [userId] },
  page: { name: "list_walled", text, values: [userId] },
});
const walled = (client: Client) => async (userId: string) => {
  const { open, who, page } = steps(userId);
  await client.query(open);
  await client.query(who);
  const answer = await client.query(page);
  await client.query("commit");
  return answer;
};
/** As few round trips as the wire protocol allows: everything is sent before the first answer comes. */
const walledAtOnce = (client: Client) => async (userId: string) => {
  const { open, who, page } = steps(userId);
  const sent = [client.query(open), client.query(who), client.query(page), client.query("commit")];
  return (await Promise.all(sent))[2];
};

type Way = { name: string; run: (userId: string) => Promise<Answer | undefined>; taken: number[] };
const way = (name: string, run: Way["run"]): Way => ({ name, run, taken: [] });
const { pg: direct, "pg, pipelined": pipelined, "Neon's driver": overWebSocket } = clients;
const drivers: Record<string, [plain: Way, ...walled: Way[]]> = {
  pg: [
    way("plain", list(direct)),
    way("row-level security", walled(direct)),
    way("row-level security, pipelined", walledAtOnce(pipelined)),
  ],
  "Neon's driver": [way("plain", list(overWebSocket)), way("row-level security", walled(overWebSocket))],
};

/** A turn of one driver, in which its ways take turns, each of them first as often as the others. */
async function takeTurn(ways: Way[], counts: boolean): Promise<void> {
  for (let round = 0; round < TURN; round++) {
    const userId = users[round % users.length] ?? "";
    const first = round % ways.length;
    for (const { name, run, taken } of [...ways.slice(first), ...ways.slice(0, first)]) {
      const start = performance.now();
      const page = await run(userId);
      if (page?.rowCount !== 51) throw new Error(`${name}: answered ${page?.rowCount} rows`);
      if (counts) taken.push(performance.now() - start);
    }
  }
}

const load = loadavg();
for (let turn = -WARMUP; turn < TURNS; turn++)
  for (const ways of Object.values(drivers)) await takeTurn(ways, turn >= 0);

const p50 = ({ taken }: Way) => median(taken);
const loads = ([minute = 0]: number[]) => minute.toFixed(1);
console.log(`${TURNS} turns of ${TURN}, load ${loads(load)} at the start, ${loads(loadavg())} at the end`);
for (const [driver, ways] of Object.entries(drivers))
  for (const each of ways) {
    const row = [`p50 ${p50(each).toFixed(3)} ms`, `${(p50(each) / p50(ways[0])).toFixed(2)}×`];
    console.log(driver.padEnd(14), each.name.padEnd(30), ...row);
  }

for (const client of Object.values(clients)) await client.end();
await gateway.close();
await on(root, (client) => client.query(`drop database ${name} with (force)`));
await on(root, (client) => client.query("drop role bench_app"));
