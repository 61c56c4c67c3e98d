import { UNWRITTEN } from "@/db/migrator/files";

const BREAK = "--> statement-breakpoint";

/** What drizzle-kit writes, and how each is taken back; names are kept as they are quoted there. */
const OPPOSITES: [RegExp, string][] = [
  [/^CREATE TABLE (\S+) \(/, "DROP TABLE $1;"],
  [/^CREATE TYPE (\S+) AS/, "DROP TYPE $1;"],
  [/^CREATE SEQUENCE (\S+)/, "DROP SEQUENCE $1;"],
  [/^CREATE SCHEMA (\S+);/, "DROP SCHEMA $1;"],
  [/^CREATE VIEW (\S+)/, "DROP VIEW $1;"],
  [/^CREATE (?:UNIQUE )?INDEX (?:CONCURRENTLY )?(\S+) ON/, "DROP INDEX $1;"],
  [/^ALTER TABLE (\S+) ADD CONSTRAINT (\S+)/, "ALTER TABLE $1 DROP CONSTRAINT $2;"],
  [/^ALTER TABLE (\S+) ADD COLUMN (\S+)/, "ALTER TABLE $1 DROP COLUMN $2;"],
  [/^ALTER TABLE (\S+) RENAME COLUMN (\S+) TO (\S+);/, "ALTER TABLE $1 RENAME COLUMN $3 TO $2;"],
  [/^ALTER TABLE (\S+) RENAME TO (\S+);/, "ALTER TABLE $2 RENAME TO $1;"],
  [/^ALTER TABLE (\S+) ALTER COLUMN (\S+) SET NOT NULL;/, "ALTER TABLE $1 ALTER COLUMN $2 DROP NOT NULL;"],
  [/^ALTER TABLE (\S+) ALTER COLUMN (\S+) DROP NOT NULL;/, "ALTER TABLE $1 ALTER COLUMN $2 SET NOT NULL;"],
  [/^ALTER TABLE (\S+) ENABLE ROW LEVEL SECURITY;/, "ALTER TABLE $1 DISABLE ROW LEVEL SECURITY;"],
];

/**
 * A draft of the way back of a migration: the opposite of each statement, last first. What was dropped or has lost its
 * former value cannot be known here, and is left for a person; the migrator refuses a file with such a place.
 */
export function draftBack(forth: string): string {
  const statements = forth.split(BREAK).map((statement) => statement.trim());
  return `${statements.filter(Boolean).reverse().map(opposite).join(`\n${BREAK}\n`)}\n`;
}

function opposite(statement: string): string {
  for (const [pattern, replacement] of OPPOSITES) {
    const found = pattern.exec(statement);
    if (found) return found[0].replace(pattern, replacement);
  }
  return `${UNWRITTEN} the opposite of\n${statement.replaceAll(/^/gm, "-- ")}`;
}
