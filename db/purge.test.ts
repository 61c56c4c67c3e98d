import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { purge, purgeIdleGuests } from "@/db/purge";
import { fill } from "@/db/testing-rows";
import { inDatabase } from "@/db/testing-url";

const { database = "" } = new pg.Client(process.env.DATABASE_URL);
const client = new pg.Client(inDatabase(inject("testing").url, database));

const LONG_AGO = new Date("2026-01-02T03:04:05Z");
const LATELY = new Date("2026-11-01T03:04:05Z");
const before = new Date("2026-10-23T00:00:00Z");

beforeAll(() => client.connect());
afterAll(() => client.end());
beforeEach(() => client.query("truncate users, verifications, rate_limits cascade"));

test("removes what has been in the trash for long, with its record, and nothing else", async () => {
  await fill(client, LATELY);
  const rest = await everything();
  await fill(client, LONG_AGO);
  const alive = await everything("deleted_at is null and subject is distinct from 'gone'");
  await client.query("update requests set created_at = $1 where created_at > now() - interval '1 minute'", [LATELY]);
  await client.query("update requests set created_at = $1 where id = (select id from requests limit 1)", [LONG_AGO]);

  const purged = await purge(client, { before, batch: 2 });
  expect(purged).toEqual({
    tasks: 3,
    tags: 1,
    task_tags: 2,
    conversations: 1,
    messages: 2,
    approvals: 1,
    requests: 1,
    changes: 3,
    sessions: 0,
    verifications: 0,
    rate_limits: 0,
    users: 0,
  });
  const left = await everything();
  expect(left).toEqual(expect.arrayContaining(rest.filter((line) => !line.startsWith("requests"))));
  expect(left).toEqual(expect.arrayContaining(alive.filter((line) => !line.startsWith("requests"))));
  expect(Object.values(await purge(client, { before })).every((count) => count === 0)).toBe(true);
});

test("a task outlives the one that it follows, and a restored subtask keeps its parent", async () => {
  await fill(client, LONG_AGO);
  await client.query("update tasks set deleted_at = $1 where title = 'Water' and completed", [LONG_AGO]);
  await client.query("update tasks set deleted_at = null where title = 'Gone child'");
  await purge(client, { before });
  const { rows } = await client.query("select title, follows_id from tasks order by title");
  expect(rows.map(({ title }) => title)).toEqual(["Gone", "Gone child", "Water", expect.stringContaining("comma")]);
  expect(rows[2].follows_id).toBeNull();
});

test("what is restored while it runs stays", async () => {
  await fill(client, LONG_AGO);
  const other = new pg.Client(inDatabase(inject("testing").url, database));
  await other.connect();
  await other.query("begin; update tasks set deleted_at = null where title = 'Child'");
  expect(await purge(client, { before })).toMatchObject({ tasks: 2 });
  await other.query("commit");
  await other.end();
  expect(await purge(client, { before })).toMatchObject({ tasks: 0 });
});

test("what ran out by itself goes: sessions, verifications, counts of attempts", async () => {
  await fill(client, LATELY);
  await fill(client, LATELY);
  const one = (table: string) => `id = (select id from ${table} limit 1)`;
  await client.query("update sessions set expires_at = now() + interval '1 hour'");
  await client.query("update verifications set expires_at = now() + interval '1 hour'");
  await client.query("update rate_limits set last_request = extract(epoch from now() - interval '6 days') * 1000");
  await client.query(`update sessions set expires_at = now() - interval '1 second' where ${one("sessions")}`);
  await client.query(`update verifications set expires_at = now() - interval '1 second' where ${one("verifications")}`);
  await client.query(`update rate_limits set last_request = 0 where ${one("rate_limits")}`);
  const rest = await everything();
  expect(await purge(client, { before })).toMatchObject({ sessions: 1, verifications: 1, rate_limits: 1, users: 0 });
  expect(await purge(client, { before })).toMatchObject({ sessions: 0, verifications: 0, rate_limits: 0 });
  expect(await everything()).toEqual(rest);
});

describe("a guest", () => {
  /** Someone with a row in every table, all of it written long ago. @returns their id. */
  async function leftLongAgo(isGuest = true): Promise<string> {
    const known = (await client.query("select id from users")).rows.map(({ id }) => id);
    await fill(client, LONG_AGO);
    const { rows } = await client.query<{ id: string }>("select id from users where id <> all($1)", [known]);
    const id = rows[0]?.id ?? "";
    await client.query("update users set is_anonymous = $2, created_at = $3 where id = $1", [id, isGuest, LONG_AGO]);
    for (const table of ["changes", "messages"])
      await client.query(`update ${table} set created_at = $2 where user_id = $1`, [id, LONG_AGO]);
    await client.query("update sessions set expires_at = now() - interval '1 second' where user_id = $1", [id]);
    return id;
  }
  const isThere = async (id: string) => (await client.query("select from users where id = $1", [id])).rowCount === 1;

  test("who can never come back is erased, and every row of theirs, and none of another's", async () => {
    const owner = await leftLongAgo(false);
    await purge(client, { before });
    const others = await everything();
    const guest = await leftLongAgo();
    expect(await purge(client, { before })).toMatchObject({ users: 1 });
    expect([await isThere(guest), await isThere(owner)]).toEqual([false, true]);
    expect(await everything()).toEqual(others);
    const { rows } = await client.query(`
      select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'user_id'
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`);
    expect(rows.length).toBeGreaterThan(8);
    for (const { name } of rows)
      expect((await client.query(`select from ${name} where user_id = $1`, [guest])).rowCount, name).toBe(0);
  });

  test.each([
    ["has a session", "update sessions set expires_at = now() + interval '1 hour' where user_id = $1"],
    ["came lately", "update users set created_at = now() - interval '29 days' where id = $1"],
    ["wrote lately", "update changes set created_at = now() - interval '29 days' where user_id = $1"],
    ["spoke lately", "update messages set created_at = now() - interval '29 days' where user_id = $1"],
    ["made an account", "update users set is_anonymous = false where id = $1"],
  ])("who %s stays", async (_, sql) => {
    const guest = await leftLongAgo();
    await client.query(sql, [guest]);
    expect(await purge(client, { before: LONG_AGO })).toMatchObject({ users: 0 });
    expect(await isThere(guest)).toBe(true);
  });

  describe("who has written nothing", () => {
    const hours = (n: number) => `created_at = now() - interval '${n} hours'`;
    async function aGuest(set: string): Promise<string> {
      const guest = `insert into users (name, email, is_anonymous) values ('Guest', gen_random_uuid() || '@example.com', true) returning id`;
      const id: string = (await client.query(guest)).rows[0].id;
      await client.query("alter table users disable trigger touch");
      await client.query(`update users set ${set} where id = $1`, [id]);
      await client.query("alter table users enable trigger touch");
      const session = "insert into sessions (user_id, token, expires_at) values ($1, $2, now() + interval '60 days')";
      await client.query(session, [id, id]);
      return id;
    }

    test("is gone within the day, whatever the session", async () => {
      const [old, young] = [await aGuest(hours(23)), await aGuest(hours(21))];
      expect(await purgeIdleGuests(client)).toBe(1);
      expect([await isThere(old), await isThere(young)]).toEqual([false, true]);
      expect(await purge(client, { before })).toMatchObject({ users: 0 });
      await client.query(`update users set ${hours(30)}, version = 1 where id = $1`, [young]);
      const fresh = await aGuest(hours(23));
      expect(await purge(client, { before })).toMatchObject({ users: 1 });
      expect(await isThere(fresh)).toBe(false);
    });

    const change = `insert into changes (user_id, who, what, noun, subject_id, after) values ($1, 'you', 'add', 'task', $1, '{}')`;
    test.each([
      ["added a task", "insert into tasks (user_id, title, position) values ($1, 'Water', 'a0')"],
      [
        "has one in the trash",
        "insert into tasks (user_id, title, position, deleted_at) values ($1, 'Water', 'a0', now())",
      ],
      ["made a tag", "insert into tags (user_id, name) values ($1, 'home')"],
      ["began to talk", "insert into conversations (user_id) values ($1)"],
      ["changed something", change],
      ["chose a time zone", "update users set time_zone = 'Asia/Tokyo' where id = $1"],
      ["sent something by a key", "insert into requests (user_id, key, fingerprint) values ($1, 'k', 'f')"],
      ["made an account", "update users set is_anonymous = false where id = $1"],
    ])("but not who %s", async (_, sql) => {
      const guest = await aGuest(hours(23));
      await client.query(sql, [guest]);
      expect(await purgeIdleGuests(client)).toBe(0);
      expect(await purge(client, { before: LONG_AGO })).toMatchObject({ users: 0 });
      expect(await isThere(guest)).toBe(true);
    });

    test("but not who is just writing the first thing", async () => {
      const guest = await aGuest(hours(23));
      const other = new pg.Client(inDatabase(inject("testing").url, database));
      await other.connect();
      await other.query("begin");
      await other.query("insert into tasks (user_id, title, position) values ($1, 'Water', 'a0')", [guest]);
      expect(await purgeIdleGuests(client)).toBe(0);
      await other.query("commit");
      await other.end();
      expect(await purgeIdleGuests(client)).toBe(0);
    });
  });

  test("who is just making an account stays", async () => {
    const guest = await leftLongAgo();
    const other = new pg.Client(inDatabase(inject("testing").url, database));
    await other.connect();
    await other.query("begin");
    await other.query("update users set is_anonymous = false where id = $1", [guest]);
    expect(await purge(client, { before })).toMatchObject({ users: 0 });
    await other.query("commit");
    await other.end();
    expect(await purge(client, { before })).toMatchObject({ users: 0 });
  });
});

/** Each row that fits as a line: its table and all of its columns. The subject of a change that is in the trash is "gone". */
async function everything(where = "true"): Promise<string[]> {
  const tables = ["tasks", "tags", "task_tags", "conversations", "messages", "approvals", "users", "requests"];
  const rows = tables.map(
    (table) => `select '${table} ' || t::text as line, deleted_at, null as subject from ${table} t`,
  );
  const changes = `
    select 'changes ' || t::text, t.deleted_at,
      case when s.deleted_at is not null then 'gone' end
    from changes t left join (
      select id, deleted_at from tasks union all select id, deleted_at from tags union all select id, deleted_at from conversations
    ) s on s.id = t.subject_id`;
  const sql = `select line from (${[...rows, changes].join(" union all ")}) x where ${where} order by line`;
  return (await client.query(sql)).rows.map(({ line }) => line);
}
