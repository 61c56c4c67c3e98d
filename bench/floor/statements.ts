import pg from "pg";

type Statement = { name?: string; text: string; values: unknown[] };

/** What Tandem itself sends to the database for each case; the bench hands it over. */
const cases: Statement[][] = JSON.parse(process.env.STATEMENTS ?? "[]");
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 });

/**
 * Runs the prepared statements of a case all at once.
 * @param id takes the place of the ids that they were made with.
 * @returns the rows of each.
 */
export async function run(number: string, id?: string | null): Promise<Record<string, unknown>[][]> {
  const asked = (cases[Number(number)] ?? []).map(({ values, ...statement }) =>
    pool.query({ ...statement, values: id ? values.map((value) => (Array.isArray(value) ? [id] : value)) : values }),
  );
  return (await Promise.all(asked)).map(({ rows }) => rows);
}
