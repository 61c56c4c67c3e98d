import { sql } from "drizzle-orm";
import * as fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { line, prose } from "@/db/fields";
import { isLine } from "@/db/schema/columns";
import * as tags from "@/db/tags";
import { aUser } from "@/db/testing";
import { aTask } from "@/db/testing-tasks";
import { wellFormed } from "@/language/testing-text";
import { lengthOf, nameKey, searchKey } from "@/language/text";

/** What both sides make of texts. */
async function keysOf(texts: string[]) {
  const { rows } = await db.execute<{
    text: string;
    name: string;
    search: string;
    length: number;
    isLine: boolean;
  }>(sql`
    select text, name_key(text) as name, search_key(text) as search, char_length(text) as length, ${isLine("text")} as "isLine"
    from jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb) as t (text)`);
  return rows;
}

/** All that is not an ideograph, unassigned or for private use: the rest is left as it is by both. */
const characters = [
  ...Array(0x20000).keys(),
  ...Array.from({ length: 0x220 }, (_, at) => 0x2f800 + at),
  ...Array.from({ length: 0x1000 }, (_, at) => 0xe0000 + at),
]
  .filter((code) => code > 0 && (code < 0xd800 || code > 0xf8ff))
  .map((code) => String.fromCodePoint(code));

/** Letters that Node knows and the server does not yet: PostgreSQL 18 has the tables of Unicode 16, Node 24 those of Unicode 17. */
const UNICODE_17 = /^[\uA7CE\uA7D2\uA7D4\uA7F1\u{16EA0}-\u{16EB8}]$/u;
const newer = new Set<string>();

beforeAll(async () => {
  for (const { text, name, search } of await keysOf(characters)) {
    if (name === nameKey(text) && search === searchKey(text)) continue;
    expect([name, search], "what the server does not know it leaves as it is").toContain(text);
    newer.add(text);
  }
});

test("the keys of every character are the database's own, but for letters that it does not know yet", async () => {
  const [server] = (
    await db.execute<{ version: number }>(sql`select current_setting('server_version_num')::int as version`)
  ).rows;
  if (server && server.version >= 180000) expect([...newer].filter((text) => !UNICODE_17.test(text))).toEqual([]);
  expect(newer.size).toBeLessThan(400);
});

const known = wellFormed.filter((text) => ![...text].some((character) => newer.has(character)));

/** Latin, Cyrillic and Greek letters that look alike, and some that do not, with an accent, a sign and a space between. */
const mixed = fc.stringMatching(/^(?:[a-gßéA-GМавесорзйΑαβμΩω -]|\u0301){1,12}$/);

test("the keys and the length of any text are the database's own", async () => {
  const texts = [...fc.sample(known, 5_000), ...fc.sample(mixed, 2_000)];
  for (const { text, name, search, length } of await keysOf(texts))
    expect({ text, name, search, length }).toEqual({
      text,
      name: nameKey(text),
      search: searchKey(text),
      length: lengthOf(text),
    });
});

test("names that were the same whatever their case are the same still", async () => {
  const { rows } = await db.execute(sql`
    select text from jsonb_array_elements_text(${JSON.stringify(characters)}::jsonb) as t (text)
    where name_key(text) <> name_key(lower(text))`);
  expect(rows).toEqual([]);
});

test("a line that a door takes is one for the database, and one in which nothing shows for neither", async () => {
  const texts = [...characters, ...fc.sample(wellFormed, 5_000)];
  const title = line(200);
  const taken = texts.flatMap((text) => title.safeParse(text).data ?? []);
  expect((await keysOf(taken)).filter(({ isLine }) => !isLine)).toEqual([]);
  const blank = ["", " ", "\u00a0", "\u200b", "\u3164\u115f", "\u2800", "\ufeff", "\u{e0100}", "\u00ad\u202e"].concat([
    "\u{13430}",
    "\u{13441}",
    "\u{13442}",
    "\u{16fe4}",
    "\u{1d159}",
  ]);
  expect((await keysOf([...blank, "a\tb", "a\u0007", "a\u2028"])).filter(({ isLine }) => isLine)).toEqual([]);
});

test("whatever a door takes is kept as it was taken", async () => {
  const user = await aUser();
  const texts = fc.sample(wellFormed, 100);
  for (const text of texts) {
    const [title, name, description] = [line(200), line(50), prose(1000)].map((field) => field.safeParse(text).data);
    if (!title || !name) continue;
    const task = await aTask(user.id, { title, description, tags: [name] });
    expect(task).toMatchObject({ title, description: description || null });
    expect(task.tags.map((tag) => nameKey(tag.name))).toEqual([nameKey(name)]);
  }
  const names = (await tags.list(user.id)).map((tag) => nameKey(tag.name));
  expect(new Set(names).size).toBe(names.length);
});
