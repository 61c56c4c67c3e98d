import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test, vi } from "vitest";
import { askOnce, openPool } from "@/db/connection";
import { isAway } from "@/db/patience";
import { asNobody, asUser, identify } from "@/db/request-context";
import { asNeon, openGateway, throughGateway } from "@/db/testing-neon";
import { openProxy } from "@/db/testing-proxy";
import { inDatabase } from "@/db/testing-url";

const { database = "" } = new pg.Client(process.env.DATABASE_URL);

vi.spyOn(console, "error").mockImplementation(() => {});

describe.each(["node-postgres", "Neon's driver"])("through a bad network, by %s", (driver) => {
  let proxy: Awaited<ReturnType<typeof openProxy>>;
  let gateway: Awaited<ReturnType<typeof openGateway>>;
  let pool: pg.Pool;

  beforeAll(async () => {
    proxy = await openProxy(inDatabase(inject("testing").url, database));
    gateway = await openGateway(proxy.url);
    throughGateway(gateway.port);
    pool = openPool(driver === "node-postgres" ? proxy.url : asNeon(proxy.url));
    await pool.query("create table if not exists written (id text)");
  });

  beforeEach(async () => {
    Object.assign(proxy.weather, { delay: 0, silent: false });
    proxy.cut();
    await allLost();
  });

  afterAll(async () => {
    await pool.end();
    await gateway.close();
    proxy.close();
  });

  /** Until the pool has been told that its connections are lost. */
  const allLost = () => vi.waitFor(() => expect(pool.totalCount).toBe(0));

  /** Writes a row in a transaction of its own. */
  const write = (id: string) =>
    drizzle({ client: pool }).transaction(async (tx) => {
      await tx.execute(sql`insert into written values (${id})`);
    });

  const timesWritten = async (id: string) =>
    (await pool.query("select count(*)::int as times from written where id = $1", [id])).rows[0].times;

  test("a server that refuses for seconds is waited for", async () => {
    const id = randomUUID();
    await Promise.all([proxy.refuse(2_500), write(id)]);
    expect(await timesWritten(id)).toBe(1);
  });

  test("a server that stays away is given up, for a reason that says so", async () => {
    const comeBack = proxy.leave();
    const error = await Promise.race([write(randomUUID()).catch((reason) => reason), sleep(9_000)]);
    await comeBack();
    expect(isAway(error)).toBe(true);
  });

  test.each([
    ["before", 0],
    ["during", 1],
  ] as const)("a connection cut %s a commit: the caller is told, and it is not tried again", async (moment, times) => {
    const id = randomUUID();
    const cut = proxy.cutCommit(moment);
    const error = await write(id).catch((reason) => reason);
    await cut;
    expect(isAway(error)).toBe(true);
    await allLost();
    expect(await timesWritten(id)).toBe(times);
  });

  test("a connection cut after a commit costs nothing", async () => {
    const [first, second] = [randomUUID(), randomUUID()];
    const cut = proxy.cutCommit("after");
    await write(first);
    await cut;
    await allLost();
    await write(second);
    expect([await timesWritten(first), await timesWritten(second)]).toEqual([1, 1]);
  });

  test("connections that are cut under a dozen transactions are all given back", async () => {
    for (let round = 0; round < 12; round++) {
      const writing = Promise.allSettled([write("many"), write("many"), write("many")]);
      await sleep(round % 10);
      proxy.cut();
      await writing;
    }
    await write("last");
    expect(pool.totalCount - pool.idleCount).toBe(0);
    expect(pool.waitingCount).toBe(0);
  });

  test("a connection that died unnoticed is found out before anything is sent on it", async () => {
    await Promise.all([write("warm"), write("warm"), write("warm")]);
    proxy.weather.silent = true;
    const later = vi.spyOn(Date, "now").mockReturnValue(Date.now() + 11_000);
    const id = randomUUID();
    const writing = write(id);
    await sleep(100); // the question whether it lives is lost on the way
    later.mockRestore();
    proxy.weather.silent = false;
    await writing;
    expect(await timesWritten(id)).toBe(1);
  });

  test("a slow server is no broken one", async () => {
    proxy.weather.delay = 300;
    const id = randomUUID();
    await write(id);
    expect(await timesWritten(id)).toBe(1);
  });

  test("a statement that is a whole request opens no connection to Neon, and is given up in time", async () => {
    const url = driver === "node-postgres" ? proxy.url : asNeon(proxy.url);
    await askOnce("select 1", 10_000, pool, url);
    expect(pool.totalCount).toBe(driver === "node-postgres" ? 1 : 0);
    proxy.weather.silent = true;
    await expect(askOnce("select 1", 200, pool, url)).rejects.toThrow("aborted due to timeout");
  });

  test("what is wrong with a statement is told", async () => {
    await expect(pool.query("select nothing")).rejects.toThrow('column "nothing" does not exist');
    const url = driver === "node-postgres" ? proxy.url : asNeon(proxy.url);
    await expect(askOnce("select nothing", 10_000, pool, url)).rejects.toThrow('column "nothing" does not exist');
  });

  test("a day stays a day, and a prepared statement is prepared", async () => {
    const query = { name: "a_day", text: "select $1::date as day, $2::timestamptz as instant" };
    for (const day of ["2026-11-22", "2026-11-23"]) {
      const { rows } = await pool.query({ ...query, values: [day, "2026-11-22T10:00:00Z"] });
      expect(rows).toEqual([{ day, instant: new Date("2026-11-22T10:00:00Z") }]);
    }
  });
});

test("who is found out while a connection is lent gives back none of the user's share", async () => {
  const pool = openPool(process.env.DATABASE_URL);
  await pool.query("select 1"); // so that one is at rest
  const ada = randomUUID();
  await asNobody(async () => {
    const client = await pool.connect();
    identify(ada);
    const share = await asUser(ada, () => Promise.all(Array.from({ length: 4 }, () => pool.connect())));
    client.release();
    const fifth = asUser(ada, () => pool.connect());
    expect(await Promise.race([fifth.then(() => "lent"), sleep(100, "waits")])).toBe("waits");
    for (const one of share) one.release();
    (await fifth).release();
  });
  await pool.end();
});
