import { describe, expect, test } from "vitest";
import type { ChatMessage } from "@/assistant/message";
import type { Preview } from "@/assistant/planned";
import type { Row } from "@/assistant/shapes";
import { ask, countOf } from "@/components/chat/ask";
import type { AskRow } from "@/components/chat/ask-rows";
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

type Becomes = Partial<Omit<Row, "id" | "completedAt" | "subtasks" | "version">>;

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

  /** All that a row tells about what would become of it. */
  const told = ({ title, edits, notes }: AskRow) => [title, ...edits.map(({ to }) => to), notes?.to].join("\n");

  const fields: { [Key in keyof Becomes]-?: [before: Becomes, value: Becomes[Key], words: string] } = {
    title: [{ title: "Buy milk" }, "Cancel the insurance", "Cancel the insurance"],
    description: [{ description: "Old" }, "First line\nand second", "First line\nand second"],
    dueDate: [{}, "2026-11-22", "Tomorrow"],
    dueTime: [{ dueDate: "2026-11-21" }, "17:00", "17:00"],
    repeat: [{}, "FREQ=DAILY;INTERVAL=3", "Every 3 days"],
    repeatFrom: [{ repeat: "FREQ=DAILY;INTERVAL=3" }, "completion", "Every 3 days after completion"],
    priority: [{}, "high", "High"],
    tags: [{}, [{ id: "home", name: "home", color: "#000000" }], "#home"],
    parentId: [{}, "porto", "Subtask of Pack for Porto"],
    completed: [{}, true, "Completed"],
    deleted: [{}, true, "To Trash"],
  };

  test.each(Object.entries(fields))(
    "shows the new %s, of a task that is there and of a new one",
    (key, [was, is, words]) => {
      const parents = { porto: "Pack for Porto" };
      const about = (one: Preview["rows"][number]) =>
        asked("change_tasks", { rows: [one], parents, missing: [] }).rows[0];
      const [changed, added] = [
        about({ task: row("a", was), becomes: { [key]: is } }),
        about({ task: row("a", { ...was, [key]: is }), becomes: {}, isNew: true }),
      ];
      if (!changed || !added) throw new Error("Both have a row.");
      expect(told(changed)).toContain(words);
      expect(told(added)).toContain(words);
      expect(changed.title).toBe(was.title ?? "a");
    },
  );

  test("shows what notes replace, and whose subtask it was", () => {
    const [emptied, moved] = asked("change_tasks", {
      rows: [
        { task: row("a", { description: "Old" }), becomes: { description: null } },
        { task: row("b", { parentId: "a" }), becomes: { parentId: null } },
      ],
      missing: [],
    }).rows;
    expect(emptied?.notes).toEqual({ from: "Old", to: null });
    expect(moved?.edits).toEqual([{ field: "parent", from: "Subtask of a", to: "Not a subtask" }]);
  });

  test.each([
    ["complete_tasks", "completed", true, "Completed"],
    ["reopen_tasks", "completed", false, "Reopened"],
    ["delete_tasks", "deleted", true, "To Trash"],
    ["restore_tasks", "deleted", false, "Back from Trash"],
  ] as const)("of %s says itself what happens to all, and each row whatever else does", (tool, key, is, words) => {
    const states = [
      ["completed", true],
      ["completed", false],
      ["deleted", true],
      ["deleted", false],
    ] as const;
    const rows = states.map(([field, becomes]) => ({
      task: row(`${field} ${becomes}`, { [field]: !becomes, dueDate: "2026-11-22" }),
      becomes: { [field]: becomes },
    }));
    const of = asked(tool, { rows, missing: [] }).rows;
    expect(of.map(({ edits }) => edits.map(({ to }) => to)).toSorted()).toEqual(
      ["Completed", "Reopened", "To Trash", "Back from Trash"]
        .map((state) => (state === words ? ["Tomorrow"] : ["Tomorrow", state]))
        .toSorted(),
    );
    expect(of.find(({ id }) => id === `${key} ${is}`)?.edits).toHaveLength(1);
  });

  test("about skipping shows that a subtask is opened again", () => {
    const part = row("part", { completed: true, dueDate: "2026-11-21", parentId: "a" });
    const of = asked("skip_tasks", {
      rows: [
        { task: row("a", { dueDate: "2026-11-21" }), becomes: { dueDate: "2026-11-22" } },
        { task: part, becomes: { completed: false, dueDate: "2026-11-22" }, with: "a" },
      ],
      missing: [],
    });
    expect(of.rows[1]?.edits.map(({ to }) => to)).toEqual(["Tomorrow", "Reopened"]);
  });

  test("about a tag shows its new name and colour", () => {
    const about = (color: string) =>
      asked("change_tag", {
        rows: [],
        tags: [{ tag: { id: "t", name: "home", color: "#3B82F6" }, becomes: { name: "house", color } }],
        missing: [],
      }).rows[0]?.edits.map(({ from, to }) => [from, to]);
    expect(about("#cd3131")).toEqual([
      [null, "#house"],
      ["Blue", "Red"],
    ]);
    expect(about("#ce3232")?.at(-1)).toEqual(["Blue", "Close to red (#CE3232)"]);
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
