import { expect, test } from "vitest";
import { leaveOf } from "@/assistant/leave";
import type { PlannedRow } from "@/assistant/planned";

const row = (id: string, more: Partial<PlannedRow> = {}): PlannedRow => ({
  ...{ noun: "task", id, isNew: false, isLost: false, isWritten: true, version: 1, was: "", is: "" },
  ...more,
});
const plan = {
  toolName: "change_tasks",
  pieces: [{ piece: "a", id: "a" }, { piece: "b", id: "b" }, { piece: "not there" }],
  rows: [row("a"), row("part", { with: "a" }), row("b"), row("aside"), row("tag", { noun: "tag", isNew: true })],
  unchanged: [],
};
const left = (kept: string[]) => leaveOf(plan, kept).rows.map(({ id }) => id);

test("a row that is struck off takes its piece and what goes along with it", () => {
  expect(leaveOf(plan, ["b", "aside"])).toMatchObject({ pieces: [{ id: "b" }, { piece: "not there" }], struck: ["a"] });
  expect(left(["b", "aside", "part"])).toEqual(["b", "aside", "tag"]);
});

test("a row that no piece is about can be struck off, so that it may not change", () => {
  expect(left(["a", "b"])).toEqual(["a", "part", "b", "tag"]);
});
