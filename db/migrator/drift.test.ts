import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { integer, pgTable, text } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";
import { refuseDrift } from "@/db/migrator/drift";
import { read } from "@/db/migrator/files";
import * as changes from "@/db/schema/changes";
import * as conversations from "@/db/schema/conversations";
import * as tags from "@/db/schema/tags";
import * as tasks from "@/db/schema/tasks";
import * as users from "@/db/schema/users";

const schema = { ...users, ...tasks, ...tags, ...conversations, ...changes };
const names = (await read("drizzle")).map(({ name }) => name);
const last = names.at(-1) ?? "";

test("our schema and our migrations agree", async () => {
  await refuseDrift("drizzle", names, schema);
});

test("every place where they differ is named", async () => {
  const books = pgTable("books", { title: text() });
  const limits = pgTable("rate_limits", { key: integer().notNull() });
  const drifted = refuseDrift("drizzle", names, { ...schema, books, rateLimits: limits });
  await expect(drifted).rejects.toThrow(
    new RegExp(
      `^the schema has changed since ${last}: .*rate_limits\\.columns\\.key\\.type, .*count, .*public\\.books`,
    ),
  );
});

test("a migration that one side does not know is named", async () => {
  const folder = await mkdtemp(join(tmpdir(), "tandem-drift-"));
  await cp("drizzle", folder, { recursive: true });
  await expect(refuseDrift(folder, [...names, "9999_by_hand"], schema)).rejects.toThrow(/^9999_by_hand is in either/);
  await expect(refuseDrift(folder, names.slice(0, -1), schema)).rejects.toThrow(`${last} is in either`);
  await rm(folder, { recursive: true });
});
