import { Limited } from "@/db/limited";

/** How many connections the requests of one user hold at once, so that the rest of the pool is left to the others. */
export const SHARE = 4;
/** How many more may wait for one of those. */
export const LINE = 256;

type Waiting = { go: () => void; giveUp: (reason: unknown) => void };
type Line = { held: number; waiting: Waiting[] };

/** One user has more under way than the line holds, or has waited too long behind themselves. */
export const crowded = () =>
  new Limited("Too many of your requests are running at once. Wait a moment, then try again.", 1);

/** Lets each user have so many at once of something that all share. Visitors who have not said who they are stand in no line. */
export function openShares() {
  const lines = new Map<string, Line>();

  return {
    /** Whether the next one would have to wait. */
    areTaken: (userId: string | undefined) => userId !== undefined && (lines.get(userId)?.held ?? 0) >= SHARE,

    /** Takes one: at once when the user has one left, else in line. @throws Limited when that is full. */
    take(userId: string | undefined): Promise<void> | undefined {
      if (userId === undefined) return undefined;
      const line = lines.get(userId) ?? { held: 0, waiting: [] };
      lines.set(userId, line);
      if (line.held < SHARE) {
        line.held += 1;
        return undefined;
      }
      if (line.waiting.length >= LINE) throw crowded();
      return new Promise((go, giveUp) => line.waiting.push({ go, giveUp }));
    },

    /** Gives one back. The next in line takes it over. */
    leave(userId: string | undefined): void {
      if (userId === undefined) return;
      const line = lines.get(userId);
      const next = line?.waiting.shift();
      if (next) next.go();
      else if (line && --line.held === 0) lines.delete(userId);
    },

    /** Sends everyone away who waits in line. */
    dismiss(reason: unknown): void {
      for (const { waiting } of lines.values()) for (const { giveUp } of waiting.splice(0)) giveUp(reason);
    },
  };
}
