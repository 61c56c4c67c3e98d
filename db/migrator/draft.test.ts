import { expect, test } from "vitest";
import { draftBack } from "@/db/migrator/draft";

test("the opposite of each statement, last first, and a note where only a person can tell", () => {
  const forth = [
    "CREATE TYPE \"public\".\"mood\" AS ENUM('good', 'bad');",
    'CREATE TABLE "books" (\n\t"id" uuid PRIMARY KEY NOT NULL\n);\n',
    'ALTER TABLE "books" ADD COLUMN "title" text NOT NULL;',
    'ALTER TABLE "books" ADD CONSTRAINT "books_title" CHECK (title <> \'\');',
    'CREATE UNIQUE INDEX "books_by_title" ON "books" USING btree ("title");',
    'ALTER TABLE "pages" RENAME COLUMN "no" TO "number";',
    'ALTER TABLE "pages" DROP COLUMN "color";',
  ].join("--> statement-breakpoint\n");
  expect(draftBack(forth).split("\n--> statement-breakpoint\n")).toEqual([
    '-- TODO: the opposite of\n-- ALTER TABLE "pages" DROP COLUMN "color";',
    'ALTER TABLE "pages" RENAME COLUMN "number" TO "no";',
    'DROP INDEX "books_by_title";',
    'ALTER TABLE "books" DROP CONSTRAINT "books_title";',
    'ALTER TABLE "books" DROP COLUMN "title";',
    'DROP TABLE "books";',
    'DROP TYPE "public"."mood";\n',
  ]);
});
