import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, inject, test } from "vitest";
import { purge } from "@/db/purge";
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
    messages: 1,
    approvals: 1,
    requests: 1,
    changes: 3,
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
  expect(rows.map(({ title }) => title)).toEqual(["Gone", "Gone child", "Water", expect.stringContaining("tab")]);
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
