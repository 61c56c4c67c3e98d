import { randomUUID } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import * as changes from "@/db/changes";
import { db } from "@/db/client";
import * as conversations from "@/db/conversations";
import * as tasks from "@/db/tasks";
import { aUser } from "@/db/testing";
import { aHousehold } from "@/db/testing-household";
import { aTask, you } from "@/db/testing-tasks";

/** The exceptions to soft deletion and versions: a credential that was revoked must really be gone. */
const CREDENTIALS = ["sessions", "accounts", "verifications"];
/** Belong to no user. */
const COMMON = ["users", "verifications", "rate_limits"];

async function rows<Row>(query: SQL): Promise<Row[]> {
  return (await db.execute(query)).rows as Row[];
}

const tables = await rows<{ name: string; columns: Record<string, { type: string; required: boolean }> }>(sql`
  select c.relname as name, json_object_agg(a.attname, json_build_object(
    'type', format_type(a.atttypid, a.atttypmod), 'required', a.attnotnull
  )) as columns
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
  group by c.relname order by c.relname`);

type Key = {
  table: string;
  name: string;
  target: string;
  columns: string[];
  targets: string[];
  cascade: string;
  indexed: boolean;
};
const keys = await rows<Key>(sql`
  select k.conrelid::regclass::text as table, k.conname as name, k.confrelid::regclass::text as target,
    (select json_agg(a.attname order by n) from unnest(k.conkey) with ordinality u (num, n)
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = num) as columns,
    (select json_agg(a.attname order by n) from unnest(k.confkey) with ordinality u (num, n)
      join pg_attribute a on a.attrelid = k.confrelid and a.attnum = num) as targets,
    k.confdeltype as cascade,
    exists (
      select from pg_index i
      where i.indrelid = k.conrelid and i.indpred is null
        and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey
        and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] <@ k.conkey
    ) as indexed
  from pg_constraint k where k.contype = 'f' and k.connamespace = 'public'::regnamespace`);

const names = tables.map(({ name }) => name).filter((name) => !name.includes("migrations"));

test("the tables are those that we know", () => {
  expect(names).toEqual([
    "accounts",
    "approvals",
    "changes",
    "conversations",
    "messages",
    "rate_limits",
    "requests",
    "sessions",
    "tags",
    "task_tags",
    "tasks",
    "users",
    "verifications",
  ]);
});

const columnsOf = (name: string) => tables.find((table) => table.name === name)?.columns ?? {};

test.each(names)("%s has its audit columns, kept by the database", async (name) => {
  const instant = { type: "timestamp with time zone", required: true };
  expect(columnsOf(name)).toMatchObject({
    id: { type: "uuid", required: true },
    created_at: instant,
    updated_at: instant,
    ...(!CREDENTIALS.includes(name) && {
      deleted_at: { ...instant, required: false },
      version: { type: "integer", required: true },
    }),
  });
  const triggers = await rows(sql`
    select from pg_trigger where tgrelid = ${name}::regclass and tgname = 'touch' and tgenabled = 'O'`);
  expect(triggers).toHaveLength(1);
});

test.each(names)("%s keeps its instants with their zone", (name) => {
  for (const { type } of Object.values(columnsOf(name))) expect(type).not.toBe("timestamp without time zone");
});

test.each(names.filter((name) => !COMMON.includes(name)))("%s belongs to a user, and goes with them", (name) => {
  expect(columnsOf(name).user_id).toEqual({ type: "uuid", required: true });
  const own = keys.filter((key) => key.table === name && key.target === "users");
  expect(own).toMatchObject([{ columns: ["user_id"], cascade: "c" }]);
});

test.each(keys)("the reference $name is indexed, and says what goes along", ({ indexed, cascade }) => {
  expect({ indexed, cascade }).toEqual({ indexed: true, cascade: "c" });
});

test.each(keys.filter(({ target }) => target !== "users"))("the reference $name carries the user", (key) => {
  expect(key.columns[0]).toBe("user_id");
  expect(key.targets).toEqual(["user_id", "id"]);
});

test("no row joins two users' things", async () => {
  const [ada, bob] = [await aUser(), await aUser()];
  const task = await aTask(ada.id, { tags: ["hers"] });
  const his = await aTask(bob.id, { tags: ["his"] });
  const conversation = await conversations.start(ada.id, {}, you);
  const tag = his.tags[0]?.id;
  const forbidden: Record<string, SQL> = {
    tasks_parent_fk: sql`update tasks set parent_id = ${task.id} where id = ${his.id}`,
    tasks_follows_fk: sql`update tasks set follows_id = ${task.id} where id = ${his.id}`,
    task_tags_tag_fk: sql`insert into task_tags (user_id, task_id, tag_id) values (${ada.id}, ${task.id}, ${tag})`,
    task_tags_task_fk: sql`insert into task_tags (user_id, task_id, tag_id) values (${bob.id}, ${task.id}, ${tag})`,
    messages_conversation_fk: sql`
      insert into messages (user_id, conversation_id, role, parts) values (${bob.id}, ${conversation?.id}, 'user', '[]')`,
    approvals_conversation_fk: sql`
      insert into approvals (user_id, conversation_id, approval_id, tool_call_id, tool_name, input)
      values (${bob.id}, ${conversation?.id}, 'a', 'b', 'c', '{}')`,
    changes_undoes_fk: sql`
      insert into changes (user_id, who, what, noun, subject_id, after, undoes_id)
      select ${bob.id}, 'you', 'add', 'task', ${his.id}, '{}', id from changes where user_id = ${ada.id} limit 1`,
  };
  const composite = keys.filter(({ target }) => target !== "users").map(({ name }) => name);
  expect(Object.keys(forbidden).sort()).toEqual(composite.sort());
  for (const [name, query] of Object.entries(forbidden))
    await expect(db.execute(query)).rejects.toMatchObject({ cause: { code: "23503", constraint: name } });
});

test("no row that hangs on another is given to someone else", async () => {
  const { user, alive } = await aHousehold();
  const by = { who: "you", turnId: randomUUID() } as const;
  await tasks.complete(user.id, { id: (await aTask(user.id, { repeat: "FREQ=DAILY" })).id }, you);
  await tasks.complete(user.id, { id: alive.task }, by);
  await changes.undoTurn(user.id, { turnId: by.turnId }, you);
  const { id: bob } = await aUser();
  for (const { table, name, columns } of keys.filter(({ target }) => target !== "users")) {
    const hanging = sql`user_id = ${user.id} and ${sql.identifier(columns[1] ?? "")} is not null`;
    const { rows } = await db.execute(sql`select id from ${sql.identifier(table)} where ${hanging} limit 1`);
    expect(rows, `a row for ${name}`).toHaveLength(1);
    const given = sql`update ${sql.identifier(table)} set user_id = ${bob} where id = ${rows[0]?.id}`;
    await expect(db.execute(given), name).rejects.toMatchObject({ cause: { code: "23503" } });
  }
});

test("a version grows by one with each write that changes something, and only then", async () => {
  const { id } = await aTask((await aUser()).id);
  const version = async (query: SQL) => (await rows<{ version: number }>(query))[0]?.version;
  expect(await version(sql`update tasks set title = 'New', version = 7 where id = ${id} returning version`)).toBe(2);
  expect(await version(sql`update tasks set title = 'New' where id = ${id} returning version`)).toBe(2);
});

test.each([
  ["tasks_title_length", sql`title = ''`],
  ["tasks_title_length", sql`title = repeat('x', 201)`],
  ["tasks_description_length", sql`description = repeat('x', 1001)`],
  ["tasks_due_time_needs_date", sql`due_time = '10:00'`],
  ["tasks_repeat_needs_date", sql`repeat = 'FREQ=DAILY'`],
  ["tasks_not_own_parent", sql`parent_id = id`],
])("%s is kept by the database too", async (constraint, assignment) => {
  const { id } = await aTask((await aUser()).id);
  const query = sql`update tasks set ${assignment} where id = ${id}`;
  await expect(db.execute(query)).rejects.toMatchObject({ cause: { code: "23514", constraint } });
});
