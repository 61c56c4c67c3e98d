import type { TagWritten, Undone, Written } from "@/assistant/shapes";
import type { Turn } from "@/assistant/tools/turn";

export type Output = Written | TagWritten | Undone;

/** What came of a call's pieces: the tool's answer, and which row each piece was about, where there is one. */
export type Done = { output: Output; ids: Array<string | undefined> };

/** A tool that writes, as its single pieces: a task by its id, an edit, a new task. The user can leave any of them out. */
export type Act<Input = unknown, Piece = unknown> = {
  /** Looks up what a call means. Pieces are JSON: they are kept with the question, so that just they are done. */
  pieces(turn: Turn, input: Input): Promise<Piece[]>;
  /** Does these pieces, by the operations that every door has. A trial runs it too, and is rolled back. */
  run(turn: Turn, pieces: Piece[]): Promise<Done>;
  /** What is done to a task is done to its subtasks: a question shows them with it, to be left out with it alone. */
  takesFamily?: boolean;
  /** It takes an earlier turn back, which only the user's own message may ask for. */
  takesBack?: boolean;
};

export const act = <Input, Piece>(definition: Act<Input, Piece>): Act => definition;
