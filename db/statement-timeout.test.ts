import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test, vi } from "vitest";
import { openPool } from "@/db/connection";
import { isLimited } from "@/db/limited";
import { outageOf } from "@/db/outage";
import { asUser } from "@/db/request-context";
import { unhurried } from "@/db/statement-timeout";
import { asNeon, openGateway, throughGateway } from "@/db/testing-neon";
import { openProxy } from "@/db/testing-proxy";
import { inDatabase } from "@/db/testing-url";

const { database = "" } = new pg.Client(process.env.DATABASE_URL);
const own = inDatabase(inject("testing").url, database);

vi.spyOn(console, "error").mockImplementation(() => {});

/** What people wait for at most, in milliseconds, with what a busy machine adds. */
const SOON = 3_000 + 1_500;

async function timed<T>(work: () => Promise<T>): Promise<{ took: number; error: unknown }> {
  const start = performance.now();
  const error = await work().then(
    () => undefined,
    (reason) => reason,
  );
  return { took: performance.now() - start, error };
}

describe.each(["node-postgres", "Neon's driver"])("a request, by %s", (driver) => {
  let proxy: Awaited<ReturnType<typeof openProxy>>;
  let gateway: Awaited<ReturnType<typeof openGateway>>;
  let pool: pg.Pool;
  let direct: pg.Client;

  beforeAll(async () => {
    proxy = await openProxy(own);
    gateway = await openGateway(proxy.url);
    throughGateway(gateway.port);
    pool = openPool(driver === "node-postgres" ? proxy.url : asNeon(proxy.url));
    direct = new pg.Client(own);
    await direct.connect();
    await direct.query("create table if not exists kept (id int)");
  });
  beforeEach(async () => {
    Object.assign(proxy.weather, { delay: 0, silent: false });
    proxy.cut();
    await vi.waitFor(() => expect(pool.totalCount).toBe(0));
    await pool.query("select 1");
  });
  afterAll(async () => {
    await pool.end();
    await direct.end();
    await gateway.close();
    proxy.close();
  });

  const asAda = (text: string) => asUser("ada", () => pool.query(text));

  test("whose statement takes too long is told so, and it ends on the server as well", async () => {
    const { took, error } = await timed(() => asAda("select pg_sleep(20) as slow_one"));
    expect(took).toBeLessThan(SOON);
    if (driver === "node-postgres") expect(outageOf(error)).toMatchObject({ reason: "slow" });
    else expect(outageOf(error)).toBeDefined();
    const running =
      "select count(*)::int as n from pg_stat_activity where state = 'active' and query like '%slow_one%'";
    if (driver === "node-postgres")
      await vi.waitFor(
        async () => expect((await direct.query(`${running} and pid <> pg_backend_pid()`)).rows).toEqual([{ n: 0 }]),
        SOON,
      );
    expect((await asAda("select 1 as one")).rows).toEqual([{ one: 1 }]);
  });

  test("that waits for another's lock is given up, and what it wanted to write is not written", async () => {
    await direct.query("begin; lock table kept in access exclusive mode");
    const { took, error } = await timed(() => asAda("insert into kept values (1)"));
    await direct.query("rollback");
    expect(took).toBeLessThan(SOON);
    expect(outageOf(error)).toBeDefined();
    if (driver === "node-postgres") expect((await direct.query("select * from kept")).rows).toEqual([]);
  });

  test("that may touch all that someone has is given the time", async () => {
    const slow = () =>
      asUser("ada", () => unhurried(() => drizzle({ client: pool }).execute(sql`select pg_sleep(2.5)`)));
    expect((await timed(slow)).error).toBeUndefined();
  });

  test("whose database falls silent is told within three seconds, however many wait, and so is a long one", async () => {
    const long = timed(() => asUser("eve", () => unhurried(() => pool.query("select pg_sleep(25)"))));
    await asAda("select 1");
    proxy.weather.silent = true;
    const many = Array.from({ length: 100 }, (_, n) =>
      timed(() => asUser(`user ${n % 7}`, () => pool.query("select 1"))),
    );
    for (const { took, error } of await Promise.all([...many, long])) {
      expect(outageOf(error)).toMatchObject({ reason: "away" });
      if (driver === "node-postgres") expect(took).toBeLessThan(SOON); // one of Neon's may be waking up
    }
    proxy.weather.silent = false;
    expect((await asAda("select 1 as one")).rows).toEqual([{ one: 1 }]);
  });
});

describe("one user's requests", () => {
  let pool: pg.Pool;
  beforeAll(() => {
    pool = openPool(own);
  });
  afterAll(() => pool.end());

  test("leave connections to the others, and those who wait too long behind themselves are told so", async () => {
    const slow = Array.from({ length: 40 }, () => timed(() => asUser("ada", () => pool.query("select pg_sleep(0.8)"))));
    const { took, error } = await timed(() => asUser("bob", () => pool.query("select 1")));
    expect(error).toBeUndefined();
    expect(took).toBeLessThan(700);
    expect(pool.totalCount).toBeLessThan(8);
    const errors = (await Promise.all(slow)).flatMap(({ error }) => error ?? []);
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.length).toBeLessThanOrEqual(36);
    expect(errors.every(isLimited)).toBe(true);
  });

  test("that has met no database does not wait for it again with each statement", async () => {
    const proxy = await openProxy(own);
    const away = openPool(proxy.url);
    proxy.close();
    const statements = async () => {
      for (let n = 0; n < 5; n++) await away.query("select 1").catch(() => {});
    };
    const { took } = await timed(() => asUser("ada", statements));
    expect(took).toBeLessThan(SOON);
    await away.end();
  });
});
