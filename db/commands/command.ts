import { Refusal } from "@/db/refusal";

/** Runs what a command does, and tells a failure the way a terminal wants it: a refusal in one line, the exit code 1. */
export async function command(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Refusal ? `Refused: ${error.message}` : error);
    process.exitCode = 1;
  }
}
