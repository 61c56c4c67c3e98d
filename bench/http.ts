import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import { cases } from "@/bench/http/cases";
import { compare } from "@/bench/http/compare";
import { memory } from "@/bench/http/memory";
import { fill, isFilled, reopened, signIn } from "@/bench/http/people";
import { build, type Server, start } from "@/bench/http/server";
import { table } from "@/bench/http/table";
import { median } from "@/bench/quantile";
import * as embedded from "@/db/embedded";
import * as migrator from "@/db/migrator";

/*
 * Tandem's production build over HTTP, beside a bare Next app with the same SQL and no session (bench/floor), in one run and by turns.
 * Progress goes to stderr, the tables, in Markdown, to stdout.
 */
const { values: given } = parseArgs({
  options: {
    /** All tasks in the database, and over how many users; one of them has 100,000, another 100. */
    tasks: { type: "string", default: "1000000" },
    users: { type: "string", default: "1000" },
    /** How often each of the two has its turn, and for how many seconds. */
    rounds: { type: "string", default: "5" },
    seconds: { type: "string", default: "2" },
    /** For how many requests the memory is watched. */
    requests: { type: "string", default: "100000" },
    /** Only the cases that are called so. */
    only: { type: "string", default: "" },
    /** A folder whose database is filled by the first run and used by the next ones. */
    data: { type: "string" },
    /** Takes the builds that are there. */
    built: { type: "boolean", default: false },
  },
});
const STARTS = 5;
const say = (line: string) => console.error(line);

const folder = given.data ?? (await mkdtemp(join(tmpdir(), "tandem-bench-")));
const settings = { DATABASE_URL: "", DATA_DIR: folder, API_REQUESTS_PER_MINUTE: "1000000000", AI_MODEL: "" };
const startApp = () => start(".", "/api/health", settings);
const running = new Set<Server>();
try {
  for (const app of given.built ? [] : [".", "bench/floor"]) {
    say(`Building ${app}`);
    await build(app);
  }
  const url = embedded.url(await embedded.ensure(folder));
  const client = new pg.Client(url);
  await client.connect();
  await measure(url, client).finally(() => client.end());
  await readiness();
} finally {
  for (const server of running) await server.stop();
  await embedded.stop(folder);
  if (!given.data) await rm(folder, { recursive: true });
}

async function measure(url: string, client: pg.Client): Promise<void> {
  await migrator.migrate({ client });
  if (!(await isFilled(client))) {
    const onProgress = (done: number, all: number) =>
      process.stderr.write(`\rSeeding ${Math.round((100 * done) / all)} % `);
    await fill(client, { tasks: Number(given.tasks), users: Number(given.users), onProgress });
    say("");
  }

  const app = await startApp();
  running.add(app);
  const people = await signIn(app.origin, client);
  const all = await cases(people);
  const STATEMENTS = JSON.stringify(all.map(({ statements }) => statements));
  const floor = await start("bench/floor", "/statements/0", { DATABASE_URL: url, STATEMENTS });
  running.add(floor);
  const origins = { app: app.origin, floor: floor.origin };
  const run = { rounds: Number(given.rounds), seconds: Number(given.seconds) };
  const ids = () => reopened(client, people);
  const chosen = all.filter(({ name }) => name.startsWith(given.only));

  const rows: string[][] = [];
  for (const connections of [1, 16])
    for (const each of chosen) {
      const { app, floor, ratio } = await compare(each, origins, { ...run, connections }, ids);
      const cells = [app, floor].flatMap(({ perSecond, p50, p95 }) => [
        perSecond.toFixed(0),
        p50.toFixed(1),
        p95.toFixed(1),
      ]);
      say(`${each.name}, ${connections} at once: ${cells.join(" ")} ${ratio.toFixed(2)}×`);
      rows.push([each.name, `${connections}`, ...cells, `${ratio.toFixed(2)}×`]);
    }
  console.log(
    `\n${given.rounds} rounds of ${given.seconds} s by turns, Node ${process.version}, ${availableParallelism()} cores; latencies in ms.\n`,
  );
  const head = ["what", "connections", "requests/s", "p50", "p95", "bare: requests/s", "p50", "p95", "ratio"];
  console.log(table(head, rows));

  const mix = all.filter(({ app }) => !app.path.includes(":id")).map(({ app }) => app);
  say(`Watching the memory for ${given.requests} requests`);
  const held: string[][] = [];
  for await (const { after, resident } of memory(app, mix, Number(given.requests))) {
    say(`After ${after}: ${resident.toFixed(0)} MB`);
    held.push([after, resident.toFixed(0)]);
  }
  console.log(`\n${table(["requests of all kinds", "resident, MB"], held)}`);
}

/** From the start command to the first 200 of /api/health, the database's server stopped before. */
async function readiness(): Promise<void> {
  const times: number[] = [];
  for (const server of running) await server.stop();
  running.clear();
  for (let n = 0; n < STARTS; n++) {
    await embedded.stop(folder);
    const app = await startApp();
    times.push(app.readyAfter);
    await app.stop();
  }
  console.log(`\nReady after ${median(times).toFixed(0)} ms (${times.map((time) => time.toFixed(0)).join(", ")}).`);
}
