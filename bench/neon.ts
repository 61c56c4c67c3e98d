import { performance } from "node:perf_hooks";
import * as neon from "@neondatabase/serverless";
import { fill } from "@/bench/db/server";
import { median } from "@/bench/quantile";
import { asNeon, openGateway, throughGateway } from "@/db/testing-neon";

/**
 * One statement by Neon's two ways, on stand-ins for both ends: a WebSocket, over which a statement is prepared once if it stays open,
 * and an HTTP request for each, which can prepare none.
 * Run: npx tsx --conditions=react-server bench/neon.ts
 */
const TURN = 50;
const TURNS = 40;
const WARMUP = 2;

const text = `
  select t.id, t.title, t.due_date, t.due_time, t.position from tasks t
  where t.user_id = $1 and t.deleted_at is null and t.completed_at is null
  order by coalesce(t.due_date, 'infinity'::date), coalesce(t.due_time, '24:00'::time), t.position, t.id limit 51`;

const { url, seeded, done } = await fill(undefined, { tasks: 10_000, users: 10, heavy: 1_000 });
const values = [seeded.heavy];

const gateway = await openGateway(url);
throughGateway(gateway.port);
const socket = new neon.Client(asNeon(url));
await socket.connect();

const http = neon.neon(asNeon(url), { fullResults: true });

const ways = {
  "WebSocket, prepared": () => socket.query({ name: "list", text, values }),
  "WebSocket, not prepared": () => socket.query(text, values),
  "WebSocket, opened for it": async () => {
    const socket = new neon.Client(asNeon(url));
    await socket.connect();
    return socket.query(text, values).finally(() => socket.end());
  },
  "HTTP, a request each": () => http.query(text, values),
};
const taken = new Map<string, number[]>(Object.keys(ways).map((way) => [way, []]));
for (let turn = -WARMUP; turn < TURNS; turn++)
  for (const [way, ask] of Object.entries(ways))
    for (let n = 0; n < TURN; n++) {
      const start = performance.now();
      const { rows } = await ask();
      if (rows.length !== 51) throw new Error(`${way} answered ${rows.length} rows.`);
      if (turn >= 0) taken.get(way)?.push(performance.now() - start);
    }
for (const [way, times] of taken) console.log(`${way.padEnd(24)}  p50 ${median(times).toFixed(3)} ms`);

await socket.end();
await gateway.close();
await done();
