import { randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import * as migrator from "@/db/migrator";
import { read } from "@/db/migrator/files";
import { inDatabase } from "@/db/testing-url";

const { url } = inject("testing");
const name = `tandem_test_${randomBytes(8).toString("hex")}`;
const admin = new pg.Client(url);
const client = new pg.Client(inDatabase(url, name));
const [ada, bob] = [randomUUID(), randomUUID()];

beforeAll(async () => {
  await admin.connect();
  await admin.query(`create database ${name}`);
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await admin.query(`drop database ${name} with (force)`);
  await admin.end();
});

/** Tags that were two for the database, and look like one. */
const NAMES = [
  "Café",
  "Cafe\u0301",
  "ＣＡＦÉ",
  "home",
  "ho\u200bme",
  "home 2",
  "STRASSE",
  "straße",
  "x".repeat(50),
  `${"x".repeat(49)}Ｘ`,
  "bank",
  "\u0412ank",
];
const LEFT = [
  ...["Café", "Cafe\u0301 2", "ＣＡＦÉ 3"],
  ...["home", "ho\u200bme 3", "home 2", "STRASSE", "straße 2", "x".repeat(50), `${"x".repeat(48)} 2`],
  ...["bank", "\u0412ank 2"],
];

test("names that look alike are numbered, what cannot be seen is named, and nothing is lost, forth, back and forth again", async () => {
  const files = await read("drizzle");
  const before = files.findIndex((file) => file.name.endsWith("_text"));
  await migrator.migrate({ client, upTo: before });
  await client.query(
    "insert into users (id, name, email) values ($1, e'A\\tda', 'ada@example.com'), ($2, e'\\u200b', 'bob@example.com')",
    [ada, bob],
  );
  const tags = await insert(
    "tags (user_id, name)",
    NAMES.map((text) => [ada, text]),
  );
  const [his] = await insert("tags (user_id, name)", [[bob, "Cafe\u0301"]]);
  await client.query("insert into tags (user_id, name, deleted_at) values ($1, 'CAFÉ', now())", [ada]);
  const [task, blank] = await insert("tasks (user_id, title, description, position)", [
    [ada, "Buy\nmilk\u0007", "a\r\nb\u0000".replace("\0", "\u0001"), "a0"],
    [ada, "\u3164\u200b", "kept\n\ttoo", "a1"],
  ]);
  await client.query(
    "insert into task_tags (user_id, task_id, tag_id) select $1, $2, id from tags where user_id = $1 and deleted_at is null",
    [ada, task],
  );
  await client.query("insert into conversations (user_id, title) values ($1, e'\\u2028')", [ada]);
  const change = { user_id: ada, who: "you", what: "change", noun: "task", subject_id: blank };
  await client.query(
    `insert into changes (user_id, who, what, noun, subject_id, before, after)
     select user_id, who, what, noun, subject_id, '{"title": "\\u200b", "priority": "low"}', '{"title": "A\\tb", "description": null}'
     from json_populate_record(null::changes, $1)`,
    [JSON.stringify(change)],
  );

  await migrator.migrate({ client });
  const kept = await everything();
  expect(kept.tags).toEqual(tags.map((id, at) => ({ id, name: LEFT[at] })));
  expect(kept.links).toEqual([{ count: String(NAMES.length) }]);
  expect(kept.his).toEqual([{ id: his, name: "Cafe\u0301" }]);
  expect(kept.tasks).toEqual([
    { title: "Buy milk", description: "a\nb" },
    { title: "Untitled", description: "kept\n\ttoo" },
  ]);
  expect(kept.users).toEqual([{ name: "A da" }, { name: "Unnamed" }]);
  expect(kept.conversations).toEqual([{ title: "New chat" }]);
  expect(kept.changes).toEqual([
    { before: { title: "Untitled", priority: "low" }, after: { title: "A b", description: null } },
  ]);

  await migrator.rollback(files.length - before, { client });
  expect(await everything()).toEqual(kept);
  await client.query("insert into tags (user_id, name) values ($1, 'CAFE\u0301')", [ada]);
  await migrator.migrate({ client });
  const again = await everything();
  expect({ ...again, tags: again.tags.slice(0, -1) }).toEqual(kept);
  expect(again.tags.at(-1)?.name).toBe("CAFE\u0301 4");
  await expect(
    client.query("insert into tags (user_id, name) values ($1, 'cafe\u0301 4')", [ada]),
  ).rejects.toMatchObject({ code: "23505" });
});

async function insert(into: string, rows: unknown[][]): Promise<string[]> {
  const ids: string[] = [];
  for (const row of rows) {
    const values = row.map((_, at) => `$${at + 1}`).join();
    ids.push((await client.query(`insert into ${into} values (${values}) returning id`, row)).rows[0].id);
  }
  return ids;
}

async function everything() {
  const rows = async <Row>(sql: string, of = ada) => (await client.query(sql, [of])).rows as Row[];
  const named = "select id, name from tags where user_id = $1 and deleted_at is null order by created_at, id";
  return {
    tags: await rows<{ id: string; name: string }>(named),
    his: await rows(named, bob),
    links: await rows("select count(*) from task_tags where user_id = $1 and deleted_at is null"),
    tasks: await rows("select title, description from tasks where user_id = $1 order by position"),
    changes: await rows("select before, after from changes where user_id = $1"),
    users: (await client.query("select name from users order by email")).rows,
    conversations: await rows("select title from conversations where user_id = $1"),
  };
}
