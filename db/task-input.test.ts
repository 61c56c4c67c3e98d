import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import * as conversation from "@/db/conversation-input";
import * as fields from "@/db/fields";
import * as position from "@/db/position";
import * as tag from "@/db/tag-input";
import * as task from "@/db/task-input";

const problems = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];
const ok = (schema: z.ZodType, value: unknown) => expect(problems(schema, value)).toEqual([]);
const refused = (schema: z.ZodType, value: unknown, ...expected: string[]) =>
  expect(problems(schema, value)).toEqual(expected.length > 0 ? expected : [expect.any(String)]);

describe("a title", () => {
  const title = (value: unknown) => ({ title: value });
  test("is trimmed, and has 1 to 200 characters, not UTF-16 units", () => {
    expect(task.addInput.parse({ title: "  Milk\n" })).toEqual({ title: "Milk" });
    ok(task.addInput, title("👩".repeat(200)));
    refused(task.addInput, title("👩".repeat(201)), "title: Keep it to 200 characters.");
    refused(task.addInput, title(" \t "), "title: Enter something here.");
    refused(task.addInput, title(undefined));
    refused(task.addInput, title(7));
  });
  test("shows something", () => {
    for (const blank of ["\u200b", "\u3164", "\u2800\ufe0f", "\u0301", "\u202e\u00ad", "\u0007\u200d"])
      expect(problems(task.addInput, title(blank))).toHaveLength(1);
    refused(task.addInput, title("\u200b\u2060"), "title: Enter at least one visible character.");
    refused(tag.addInput, { name: "\u3164" }, "name: Enter at least one visible character.");
    refused(conversation.startInput, title("\u200d"), "title: Enter at least one visible character.");
  });
  test("is rid of controls that nobody sees, and else stays as typed", () => {
    expect(task.addInput.parse({ title: "Milk\nand\u0007 \u202ebread\u202c" }).title).toBe("Milk and bread");
    expect(task.addInput.parse({ title: "Cafe\u0301  می‌خواهم 👨‍👩‍👧" }).title).toBe("Cafe\u0301  می‌خواهم 👨‍👩‍👧");
    expect(task.addInput.parse({ title: "a", description: "b\r\nc\u0000d".replace("\0", "\u0001") }).description).toBe(
      "b\ncd",
    );
  });
  test("has no character that cannot be kept", () => {
    refused(task.addInput, title("a\0b"), "title: Remove the NUL character. It can’t be saved.");
    for (const broken of ["a\uD800", "\uDC00", "\uD800a"])
      refused(
        task.addInput,
        title(broken),
        "title: Remove the broken character (an unpaired surrogate). It can’t be saved.",
      );
  });
});

test("a description is kept as written, up to 1,000 characters", () => {
  expect(task.addInput.parse({ title: "a", description: "  - x\n" }).description).toBe("  - x\n");
  ok(task.addInput, { title: "a", description: null });
  refused(task.addInput, { title: "a", description: "x".repeat(1001) }, "description: Keep it to 1,000 characters.");
});

describe("a due day and time", () => {
  test.each(["2026-02-28", "2024-02-29", "0001-01-01", "9999-12-31"])("%s is a day", (value) => ok(fields.day, value));
  test.each([
    "2026-02-30",
    "2026-02-29",
    "0000-01-01",
    "10000-01-01",
    "2026-1-1",
    "tomorrow",
    "2026-01-01T00:00:00Z",
    "",
  ])("%s is none", (value) => expect(problems(fields.day, value)).not.toEqual([]));
  test.each(["24:00", "9:00", "12:60", "12:00:00", "noon"])("%s is no time", (value) => refused(fields.time, value));
  test("a time and a repetition need a day", () => {
    refused(task.addInput, { title: "a", dueTime: "10:00" }, "dueTime: A time needs a date.");
    ok(task.addInput, { title: "a", dueTime: "10:00", repeat: "FREQ=DAILY" });
    refused(task.addInput, { title: "a", dueDate: null, repeat: "FREQ=DAILY" }, "repeat: A repeat needs a date.");
    const id = "0198f3b0-0000-7000-8000-000000000000";
    refused(task.changeInput, { id, dueDate: null, dueTime: "10:00" }, "dueTime: A time needs a date.");
    refused(task.changeManyInput, { ids: [id], dueDate: null, repeat: "FREQ=DAILY" }, "repeat: A repeat needs a date.");
    ok(task.changeInput, { id, dueTime: "10:00" });
  });
});

test("a repetition is put into its canonical form", () => {
  expect(task.addInput.parse({ title: "a", repeat: "RRULE:interval=2;freq=daily" }).repeat).toBe(
    "FREQ=DAILY;INTERVAL=2",
  );
  refused(task.addInput, { title: "a", repeat: "every day" });
});

test("tags are trimmed, each once however it is spelled, at most twenty", () => {
  expect(task.addInput.parse({ title: "a", tags: ["Café", "CAFE\u0301", "ｃａｆé", "cafe"] }).tags).toEqual([
    "Café",
    "cafe",
  ]);
  expect(task.addInput.parse({ title: "a", tags: [" Home", "home ", "work"] }).tags).toEqual(["Home", "work"]);
  refused(
    task.addInput,
    { title: "a", tags: Array.from({ length: 21 }, (_, at) => `tag ${at}`) },
    "tags: A task can have at most 20 tags.",
  );
  ok(task.addInput, { title: "a", tags: Array.from({ length: 30 }, () => "tag") });
  refused(task.addInput, { title: "a", tags: ["x".repeat(51)] }, "tags.0: Keep it to 50 characters.");
});

test("what nobody knows is refused", () => {
  for (const [schema, value] of [
    [task.addInput, { title: "a", userId: "b" }],
    [task.addInput, { title: "a", id: "b" }],
    [task.listInput, { offset: "1" }],
    [tag.addInput, { name: "a", colour: "#000000" }],
    [conversation.startInput, { name: "a" }],
  ] as const)
    refused(schema, value);
});

test("an id is a UUID, of whatever version, in small letters", () => {
  expect(fields.id.parse("0198F3B0-0000-7000-8000-000000000000")).toBe("0198f3b0-0000-7000-8000-000000000000");
  ok(fields.id, "00000000-0000-0000-0000-000000000000");
  for (const value of ["1", "", "0198f3b0", "../tasks", "0198f3b0-0000-7000-8000-00000000000g"])
    refused(fields.id, value);
});

test("a version is one that a row can have", () => {
  for (const schema of [task.changeInput, tag.changeInput]) {
    for (const version of [1, 2_147_483_647]) ok(schema, { id: randomUUID(), version });
    for (const version of [0, 1.5, 2_147_483_648]) refused(schema, { id: randomUUID(), version });
  }
});

test("a colour is #RRGGBB, a page has 1 to 200 rows", () => {
  ok(tag.addInput, { name: "a", color: "#aB01cD" });
  for (const color of ["red", "#fff", "#12345g", "#1234567"]) refused(tag.addInput, { name: "a", color });
  expect(task.listInput.parse({})).toEqual({ view: "open", limit: 50 });
  expect(task.listInput.parse({ limit: "200" }).limit).toBe(200);
  for (const limit of ["0", "201", "1.5", "many", "-1"]) refused(task.listInput, { limit });
});

test("several come at once, 500 with their subtasks, and no subtask has subtasks", () => {
  const subtasks = (count: number) => Array.from({ length: count }, () => ({ title: "Part" }));
  ok(task.addManyInput, { tasks: [{ title: "Whole", subtasks: subtasks(499) }] });
  refused(task.addManyInput, { tasks: [{ title: "Whole", subtasks: subtasks(500) }] });
  refused(task.addManyInput, { tasks: subtasks(501) });
  refused(task.addManyInput, { tasks: [] });
  refused(task.addManyInput, { tasks: [{ title: "Whole", parentId: randomUUID(), subtasks: subtasks(1) }] });
  refused(task.addManyInput, { tasks: [{ title: "Whole", subtasks: [{ title: "Part", subtasks: subtasks(1) }] }] });
});

test("a position comes after every other before it, and is one that a list can be ordered by", () => {
  const made = Array.from({ length: 1000 }, position.atEnd);
  expect(made).toEqual([...made].sort());
  expect(made.every(position.isPosition)).toBe(true);
  for (const value of ["", "a", "a00", "0", "é", "a0\0", "a0 ", "zzz"]) expect(position.isPosition(value)).toBe(false);
});

test("every input can be told to a model as JSON Schema", () => {
  for (const schema of [task.addInput, task.changeInput, task.addManyInput, tag.addInput])
    expect(z.toJSONSchema(schema)).toMatchObject({ type: "object", additionalProperties: false });
  expect(z.toJSONSchema(task.addInput)).toMatchObject({
    properties: { title: { minLength: 1, maxLength: 200 }, dueDate: { anyOf: [{ format: "date" }, { type: "null" }] } },
  });
});
