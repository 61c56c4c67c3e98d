/** A prepared statement that is not there, or is there already, by PostgreSQL's codes: it did not run. See prepared.ts. */
export const LOST_STATEMENT: ReadonlySet<string> = new Set(["26000", "42P05"]);

/** The error's own code, as PostgreSQL and Node give it. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;

/** An error, what caused it, what caused that, and so on: drizzle wraps what PostgreSQL says. */
export function causes(error: unknown): unknown[] {
  return error instanceof Error && error.cause !== undefined ? [error, ...causes(error.cause)] : [error];
}

/** Whether the error, or what caused it, has one of these codes. */
export const hasCode = (error: unknown, codes: ReadonlySet<string>): boolean =>
  causes(error).some((each) => codes.has(codeOf(each) ?? ""));
