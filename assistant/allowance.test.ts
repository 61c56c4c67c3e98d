import { describe, expect, test } from "vitest";
import { HANDFUL, unaskedAfter } from "@/assistant/allowance";
import { leaveOf } from "@/assistant/leave";
import type { PlannedRow } from "@/assistant/planned";

const row = (id: string, more: Partial<PlannedRow> = {}): PlannedRow => ({
  noun: "task",
  id,
  isNew: false,
  isLost: false,
  isWritten: true,
  version: 1,
  was: "a",
  is: "b",
  ...more,
});
const rows = (many: number, more: Partial<PlannedRow> = {}) =>
  Array.from({ length: many }, (_, n) => row(`${n}`, more));
const silent = { saysUndo: false };
const asks = { saysUndo: true };
const spends = (unasked: object, planned: PlannedRow[], toolName = "change_tasks", turn = silent) =>
  unaskedAfter(turn, unasked, { toolName, rows: planned });

describe("unasked, a turn", () => {
  test("changes one thing, as often as it likes, and no second one", () => {
    expect(spends({}, [row("a")])).toEqual({ changed: ["a"] });
    expect(spends({ changed: ["a"] }, [row("a")])).toEqual({ changed: ["a"] });
    expect(spends({ changed: ["a"] }, [row("b")])).toBeUndefined();
    expect(spends({}, [row("a"), row("b")])).toBeUndefined();
  });

  test("adds a handful, and changes what it has added itself", () => {
    expect(spends({}, rows(HANDFUL, { isNew: true }))?.added).toHaveLength(HANDFUL);
    expect(spends({}, rows(HANDFUL + 1, { isNew: true }))).toBeUndefined();
    expect(spends({ added: ["x", "y"] }, rows(HANDFUL - 1, { isNew: true }))).toBeUndefined();
    expect(spends({ added: ["x"], changed: ["a"] }, [row("x")])).toEqual({ added: ["x"], changed: ["a"] });
  });

  test("changes a tag that few tasks show", () => {
    const shown = rows(HANDFUL - 1, { isWritten: false });
    const tag = row("tag", { noun: "tag" });
    expect(spends({}, [tag, ...shown])).toEqual({ changed: ["tag"] });
    expect(spends({}, [tag, ...shown, row("one more", { isWritten: false })])).toBeUndefined();
  });

  test("puts nothing into the trash", () => {
    expect(spends({}, [row("a", { isLost: true })])).toBeUndefined();
    expect(spends({ added: ["a"] }, [row("a", { isLost: true })])).toBeUndefined();
  });

  test("may do what changes nothing", () => {
    expect(spends({ changed: ["a"] }, [])).toEqual({ changed: ["a"] });
    expect(spends({ changed: ["a"] }, [], "undo_turn")).toEqual({ changed: ["a"] });
  });

  test("takes back a handful, once, and only what the user's message asks for", () => {
    const back = rows(HANDFUL, { isLost: true });
    expect(spends({ changed: ["x"] }, back, "undo_turn", asks)).toEqual({ changed: ["x"], undid: true });
    expect(spends({ undid: true }, back, "undo_turn", asks)).toBeUndefined();
    expect(spends({}, back, "undo_turn", silent)).toBeUndefined();
    expect(spends({}, rows(HANDFUL + 1), "undo_turn", asks)).toBeUndefined();
    expect(spends({}, [row("a")], "undo_turn", silent)).toBeUndefined();
  });
});

test("what is struck off takes along what goes with it, and what is made on the way stays", () => {
  const plan = {
    toolName: "complete_tasks",
    pieces: [{ piece: "p", id: "p" }, { piece: "s", id: "s" }, { piece: "q", id: "q" }, { piece: "done" }],
    rows: [
      row("p"),
      row("s", { with: "p" }),
      row("next", { isNew: true, with: "p" }),
      row("q"),
      row("tag", { isNew: true }),
    ],
    unchanged: [],
  };
  const left = leaveOf(plan, ["q", "s"]);
  expect(left.pieces.map(({ piece }) => piece)).toEqual(["q", "done"]);
  expect(left.rows.map(({ id }) => id)).toEqual(["q", "tag"]);
  expect(left.struck).toEqual(["p", "s"]);
  expect(leaveOf(plan).rows).toHaveLength(5);
});
