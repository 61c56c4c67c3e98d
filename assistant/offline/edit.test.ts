import { expect, test } from "vitest";
import { editOf, fieldsFor } from "./edit";
import { readMessage } from "./message";
import type { Row } from "./results";

const context = { now: new Date("2026-11-21T08:00:00Z"), timeZone: "Europe/Berlin", locale: "en-GB" };
const row: Row = {
  id: "1",
  title: "Dentist",
  description: null,
  dueDate: "2026-11-23",
  dueTime: "10:00",
  repeat: null,
  priority: "none",
  tags: [],
  completed: false,
  parentId: null,
};

function edited(message: string, more: Partial<Row> = {}, now = context) {
  const [request] = readMessage(message, now);
  const edit = request && editOf(request, now);
  return edit?.kind === "fields" ? { of: edit.target.text, ...fieldsFor(edit, { ...row, ...more }, now) } : edit?.kind;
}

test("where to is behind the “to”, which is before it", () => {
  expect(edited("move the dentist to Friday")).toEqual({ of: "the dentist", dueDate: "2026-11-27" });
  expect(edited("move everything due today to tomorrow")).toMatchObject({
    of: "everything due today",
    dueDate: "2026-11-22",
  });
});

test("a time alone keeps the day, a day alone the time", () => {
  expect(edited("change the dentist to 2pm")).toEqual({ of: "the dentist", dueDate: "2026-11-23", dueTime: "14:00" });
});

test.each(["08:00", "11:30", "22:00"])(
  "a time alone is that of the task's day, however late it is now: %s",
  (clock) => {
    const now = { ...context, now: new Date(`2026-11-21T${clock}:00+01:00`) };
    expect(edited("move the dentist to 9", {}, now)).toMatchObject({ dueDate: "2026-11-23", dueTime: "09:00" });
    const dinner = { title: "Table for six", dueTime: "19:00" };
    expect(edited("move the table to 8", dinner, now)).toMatchObject({ dueDate: "2026-11-23", dueTime: "20:00" });
  },
);

test("a time alone does not leave a task in the past", () => {
  const overdue = { dueDate: "2026-11-19" };
  expect(edited("move the dentist to 5pm", overdue)).toMatchObject({ dueDate: "2026-11-21", dueTime: "17:00" });
});

test("a shift counts from where the task is", () => {
  expect(edited("postpone the dentist by a week")).toMatchObject({ dueDate: "2026-11-30" });
  expect(edited("bring the dentist forward by a day")).toMatchObject({ dueDate: "2026-11-22" });
  expect(edited("move the dentist an hour later")).toMatchObject({ dueTime: "11:00" });
});

test("other fields", () => {
  expect(edited("rename the dentist to Dr. Lee")).toMatchObject({ title: "Dr. Lee" });
  expect(edited("tag the dentist with health and family")).toMatchObject({ addTags: ["health", "family"] });
  expect(edited("remove the due date from the dentist")).toMatchObject({ dueDate: null, dueTime: null });
});

test("what is not said is missing, not guessed", () => {
  expect(edited("reschedule the dentist")).toBe("missing");
});
