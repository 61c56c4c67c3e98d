import "server-only";
import { fillPlaceholders, is, Placeholder, type Query, type SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import pg from "pg";
import { type Database, db, type Transaction } from "@/db/client";
import { isLost } from "@/db/prepared";
import { recovered } from "@/db/request-context";
import { unhurriedIfMany } from "@/db/statement-timeout";

/** Where a statement runs: on a connection of the pool, or within a transaction. */
export type Connection = Database | Transaction;

const dialect = new PgDialect({ casing: "snake_case" });

/** The text of every statement by its name, so that their plans can be looked at. */
export const statements = new Map<string, string>();

/** Days and instants stay text, as Postgres writes them: a Date would drop the microseconds. */
const { DATE, TIMESTAMP, TIMESTAMPTZ, INTERVAL } = pg.types.builtins;
const written = new Set<number>([DATE, TIMESTAMP, TIMESTAMPTZ, INTERVAL]);
const types: pg.CustomTypesConfig = {
  getTypeParser: (id, format) =>
    written.has(id) ? (value: string) => value : pg.types.getTypeParser(id, format as "text"),
};

/** What drizzle's session sends by. Its own way of asking takes half as long again as the shortest of these statements. */
type Session = { client: Pick<pg.ClientBase, "query"> };

type Options = {
  /** Its plan is made anew for the values of each call: where the best one depends on them, as on how common a word is. */
  plannedEachTime?: boolean;
};

/**
 * An SQL statement that is put together once and prepared once per connection; planning most of these costs more than running them.
 * Values come in by `sql.placeholder("name")`; a name that stands in it several times is given once.
 * @param name unique in the program: Postgres knows the prepared statement by it.
 * @returns a function that runs it, on the pool unless told where, and answers with the rows.
 * @see https://www.postgresql.org/docs/current/sql-prepare.html
 */
export function statement<Row>(name: string, text: SQL, { plannedEachTime = false }: Options = {}) {
  const query = oneOfEach(dialect.sqlToQuery(text));
  statements.set(name, query.sql);
  const config = { text: query.sql, types, ...(!plannedEachTime && { name }) };
  return async (values: Record<string, unknown>, on: Connection = db): Promise<Row[]> => {
    const { client } = on._.session as unknown as Session;
    const parameters = fillPlaceholders(query.params, values);
    // A copy, for the drivers write into what they are given.
    const send = () => client.query<Row & pg.QueryResultRow>({ ...config, values: parameters });
    const ask = () => unhurriedIfMany(values.ids, send);
    try {
      return (await ask()).rows;
    } catch (error) {
      // In a transaction, what came before is lost with it.
      if (!isLost(error) || on !== db) throw error;
      recovered(error);
      return (await ask()).rows;
    }
  };
}

/** Drizzle numbers a placeholder anew wherever it stands, and the server would read its value as often. */
function oneOfEach({ sql: text, params }: Query): Query {
  const names = params.map((param) => (is(param, Placeholder) ? param.name : Symbol()));
  const once = [...new Set(names)];
  return {
    sql: text.replace(/\$(\d+)/g, (_, at) => `$${once.indexOf(names[at - 1] ?? "") + 1}`),
    params: once.map((name) => params[names.indexOf(name)]),
  };
}

/** The value called `name` of a statement. */
export const given = (name: string) => sql`${sql.placeholder(name)}`;

/**
 * The instant of a statement. What one statement deletes or completes shares it, and so can be told from what another took,
 * even in the same transaction, where now() stands still.
 */
export const instant = sql`statement_timestamp()`;
