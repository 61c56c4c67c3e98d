import { DrizzleQueryError } from "drizzle-orm/errors";
import { Refusal } from "@/db/refusal";

/** Connecting failed: not let in, no such database, too many connections, starting or stopping (PostgreSQL's error codes). */
const OUTSIDE = /^(28...|3D000|53300|57P0.)$/;
/** An undefined table or column. */
const BEHIND = new Set(["42P01", "42703"]);
/** What only a mistake of ours throws, of which the stack tells more than the message. */
const MISTAKES = [TypeError, RangeError, ReferenceError, SyntaxError];

/** Runs what a command does, and tells a failure the way a terminal wants it: in one line, the exit code 1. */
export async function command(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(words(error instanceof DrizzleQueryError ? error.cause : error) ?? error);
    process.exitCode = 1;
  }
}

function words(error: unknown): string | undefined {
  if (error instanceof Event) return away("its WebSocket did not open"); // as Neon's driver hands it on
  if (!(error instanceof Error) || MISTAKES.some((mistake) => error instanceof mistake)) return undefined;
  if (error instanceof Refusal) return `Refused: ${error.message}`;
  const { message, code, syscall } = error as { message: string; code?: string; syscall?: string };
  if (syscall === "connect" || syscall === "getaddrinfo" || OUTSIDE.test(code ?? "") || message === "timeout expired")
    return away(message);
  if (BEHIND.has(code ?? "")) return `Refused: ${message}. Update the database with npm run db:migrate.`;
  return `Failed: ${message}`;
}

function away(reason: string): string {
  return `Can’t reach the database: ${reason}. Is the server running, and is DATABASE_URL right?`;
}
