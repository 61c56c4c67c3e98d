import { describe, expect, test } from "vitest";
import type { ChatMessage } from "@/assistant/message";
import type { Preview } from "@/assistant/planned";
import type { Row } from "@/assistant/shapes";
import { ask, countOf } from "@/components/chat/ask";
import type { Part } from "@/components/chat/parts";

const clock = { now: new Date("2026-11-21T09:00:00Z"), timeZone: "Europe/Lisbon", locale: "en-GB" };

const row = (id: string, fields: Partial<Row> = {}): Row => ({
  id,
  title: id,
  description: null,
  dueDate: null,
  dueTime: null,
  repeat: null,
  repeatFrom: "due",
  priority: "none",
  tags: [],
  completed: false,
  completedAt: null,
  parentId: null,
  subtasks: { done: 0, total: 0 },
  deleted: false,
  version: 1,
  ...fields,
});

function asked(tool: string, data: Preview, more: object = {}) {
  const part = {
    type: `tool-${tool}`,
    toolCallId: "call",
    state: "approval-requested",
    input: {},
    approval: { id: "a" },
    ...more,
  } as unknown as Part;
  const message: ChatMessage = {
    id: "m",
    role: "assistant",
    parts: [{ type: "data-preview", id: "call", data }, part],
  };
  const found = ask(part, message, clock);
  if (!found) throw new Error("Nothing is asked.");
  return found;
}
const question = (of: ReturnType<typeof asked>, struck: string[] = []) =>
  of.act.question(countOf(of.rows, new Set(struck)));

describe("a question", () => {
  test("counts every row, and those that go along stand behind their own", () => {
    const data: Preview = {
      rows: [
        { task: row("part 1", { parentId: "parent" }), becomes: { completed: true }, with: "parent" },
        { task: row("other"), becomes: { completed: true } },
        { task: row("parent"), becomes: { completed: true } },
        { task: row("next", { dueDate: "2026-11-22" }), becomes: {}, with: "parent", isNew: true },
      ],
      missing: [],
    };
    const of = asked("complete_tasks", data);
    expect(of.rows.map(({ id }) => id)).toEqual(["other", "parent", "part 1", "next"]);
    expect(question(of)).toBe("Complete 4 tasks?");
    expect(question(of, ["parent"])).toBe("Complete 1 task?");
    expect(of.rows.at(-1)).toMatchObject({ isNew: true, edits: [{ to: "Tomorrow" }] });
  });

  test("about a tag names it, and how many tasks show it", () => {
    const tags = [{ tag: { id: "t", name: "home", color: "#000000" }, becomes: { name: "house" } }];
    const many = Array.from({ length: 1_200 }, (_, n) => ({ task: row(`${n}`), becomes: {}, with: "t" }));
    const of = asked("change_tag", { rows: many, tags, missing: [] });
    expect(question(of)).toBe("Change the tag “home” on 1,200 tasks?");
    expect(of.rows[0]).toMatchObject({ kind: "tag", title: "home", edits: [{ to: "#house" }] });
    expect(question(asked("change_tag", { rows: [], tags, missing: [] }))).toBe("Change the tag “home”?");
  });

  test("about an undo says of each row what becomes of it", () => {
    const of = asked("undo_turn", {
      rows: [
        { task: row("added"), becomes: { deleted: true } },
        { task: row("done", { completed: true }), becomes: { completed: false } },
        { task: row("moved", { dueDate: "2026-11-21" }), becomes: { dueDate: "2026-11-22" } },
      ],
      missing: [],
    });
    expect(question(of)).toBe("Undo 3 changes?");
    expect(of.rows.map(({ edits }) => edits.map(({ from, to }) => [from, to]))).toEqual([
      [[null, "To Trash"]],
      [[null, "Reopened"]],
      [["Today", "Tomorrow"]],
    ]);
  });

  test("from before rows went along with others is shown as it was", () => {
    const of = asked("delete_tasks", { rows: [{ task: row("a"), becomes: { deleted: true } }], missing: [] });
    expect(question(of)).toBe("Move 1 task to Trash?");
    expect(of.rows).toMatchObject([{ id: "a", isNew: false, with: undefined }]);
  });
});

test("an answer that failed says why", () => {
  const failed = { state: "output-error", errorText: "Your list has changed.", approval: { id: "a", approved: true } };
  expect(asked("delete_tasks", { rows: [], missing: [] }, failed)).toMatchObject({
    state: "failed",
    failure: "Your list has changed.",
  });
});
