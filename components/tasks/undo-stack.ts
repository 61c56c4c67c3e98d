import type { Write } from "@/components/tasks/optimistic";

/** A write that was sent: it can be taken back before its answer has come, too. `back` shows what that will look like. */
export type Sending = {
  turnId: string;
  said: string;
  state: "sent" | "made" | "failed";
  back?: Write | undefined;
  notice?: string;
};

/** As many as the server goes back. */
const MOST = 50;

/**
 * What this tab knows of the user's undo stack, which the server keeps: enough to show an undo before it is answered. Other tabs and
 * devices write to the same stack, so each answer is compared with what was expected, and what proves wrong is forgotten: until the next
 * write, an undo then shows with its answer.
 */
export function createUndoStack() {
  let done: Sending[] = [];
  let undone: Sending[] = [];

  const without = (list: Sending[], sending: Sending) => list.filter((other) => other !== sending);

  function forget(sending: Sending) {
    done = without(done, sending);
    undone = without(undone, sending);
  }

  /** Another tab or device may have written since. What is still on its way will come after that. */
  function doubt() {
    done = done.filter(({ state }) => state === "sent");
    undone = [];
  }

  return {
    forget,
    doubt,
    sent(sending: Sending) {
      done = [...done, sending].slice(-MOST);
      undone = [];
    },
    /** @returns what an undo is expected to take back: the latest, unless it is of a certain one. */
    undo(sending = done.at(-1)): Sending | undefined {
      if (!sending) return undefined;
      forget(sending);
      undone = [...undone, sending].slice(-MOST);
      return sending;
    },
    /** @returns what a redo is expected to make again. */
    redo(): Sending | undefined {
      const sending = undone.at(-1);
      if (!sending) return undefined;
      forget(sending);
      done = [...done, sending];
      return sending;
    },
    /**
     * @param turnId of what was taken back or made again; undefined where nothing was.
     * @returns whether that was what this tab expected.
     */
    answered(expected: Sending | undefined, turnId: string | undefined): boolean {
      const isExpected = expected?.turnId === turnId;
      if (!isExpected) doubt();
      return isExpected;
    },
  };
}
