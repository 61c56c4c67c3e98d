import { describe, expect, test } from "vitest";
import { arrange, belongs, type Shown } from "@/components/tasks/arrange";
import { sample } from "@/components/tasks/sample";

const clock = { now: new Date("2026-11-21T09:00:00Z"), timeZone: "Europe/Lisbon", locale: "en-GB" };
const names = (sections: ReturnType<typeof arrange>) =>
  sections.map(({ name, tasks }) => [name, tasks.map(({ id }) => id)]);

const late = sample({ id: "late", dueDate: "2026-11-19" });
const soon = sample({ id: "soon", dueDate: "2026-11-21", dueTime: "10:00", position: "a2" });
const later = sample({ id: "later", dueDate: "2026-11-21", position: "a1", priority: "high" });
const sunday = sample({ id: "sunday", dueDate: "2026-11-22" });
const far = sample({ id: "far", dueDate: "2027-03-01" });
const someday = sample({ id: "someday" });
const all = [someday, far, sunday, later, soon, late];

describe("the views", () => {
  test("Today has what is overdue first, then the day by its clock", () => {
    expect(names(arrange(all, { view: "today", sort: "due" }, clock))).toEqual([
      ["Overdue", ["late"]],
      ["Today", ["soon", "later"]],
    ]);
  });

  test("Today by hand or by priority still has what is overdue first", () => {
    const byHand = names(
      arrange([sample({ ...late, position: "z" }), later], { view: "today", sort: "manual" }, clock),
    );
    expect(byHand.map(([name]) => name)).toEqual(["Overdue", "Today"]);
  });

  test("what was finished before comes last, when it is wanted", () => {
    const done = sample({ id: "done", dueDate: "2026-11-01", completed: true });
    expect(names(arrange([done, late, soon], { view: "today", sort: "due", done: true }, clock))).toEqual([
      ["Overdue", ["late"]],
      ["Today", ["soon"]],
      ["Completed", ["done"]],
    ]);
  });

  test("Upcoming goes by day", () => {
    expect(names(arrange(all, { view: "upcoming", sort: "due" }, clock))).toEqual([
      ["Tomorrow", ["sunday"]],
      ["Monday 1 Mar 2027", ["far"]],
    ]);
  });

  test("All tasks goes by how soon", () => {
    expect(arrange(all, { view: "tasks", sort: "due" }, clock).map(({ name }) => name)).toEqual([
      "Overdue",
      "Today",
      "Next seven days",
      "Later",
      "No date",
    ]);
  });

  test("by priority, the highest comes first; by hand, by position and without headings", () => {
    expect(names(arrange([soon, later], { view: "tasks", sort: "priority" }, clock))).toEqual([
      ["High", ["later"]],
      ["No priority", ["soon"]],
    ]);
    expect(names(arrange([soon, later], { view: "tasks", sort: "manual" }, clock))).toEqual([["", ["later", "soon"]]]);
  });

  test("Completed goes by the user's day of completion", () => {
    const midnight = { completed: true, completedAt: new Date("2026-11-20T23:30:00Z") };
    const auckland = { ...clock, timeZone: "Pacific/Auckland" };
    const shown: Shown = { view: "completed", sort: "due" };
    const heading = (at: typeof clock) => arrange([sample({ ...midnight })], shown, at)[0]?.name;
    expect(heading(clock)).toBe("Yesterday");
    expect(heading(auckland)).toBe("Today");
    expect(heading({ ...clock, now: new Date("2026-11-25T09:00:00Z") })).toBe("Friday 20 Nov");
    expect(heading({ ...clock, now: new Date("2027-01-05T09:00:00Z") })).toBe("Friday 20 Nov 2026");
  });

  test("No date has what has none, the newest first", () => {
    const older = sample({ id: "older", createdAt: new Date("2026-10-01T08:00:00Z") });
    expect(names(arrange([older, soon, someday], { view: "no-date", sort: "newest" }, clock))).toEqual([
      ["", ["someday", "older"]],
    ]);
  });
});

describe("what belongs", () => {
  const day = "2026-11-21";
  const done = sample({ id: "done", dueDate: day, completed: true });

  test("a finished task leaves, unless it was finished here", () => {
    expect(belongs(done, { view: "today", sort: "due" }, day)).toBe(false);
    expect(belongs(done, { view: "today", sort: "due", kept: new Set(["done"]) }, day)).toBe(true);
  });

  test("a deleted task is in no view", () => {
    const gone = sample({ deletedAt: clock.now });
    for (const view of ["today", "upcoming", "tasks", "tag", "completed", "search"] as const)
      expect(belongs(gone, { view, sort: "due" }, day)).toBe(false);
  });

  test("a tag's page has the tag's tasks", () => {
    const home = sample({ tags: [{ id: "home", name: "home", color: "#E0A030" }] });
    expect(belongs(home, { view: "tag", tag: "home", sort: "due" }, day)).toBe(true);
    expect(belongs(home, { view: "tag", tag: "work", sort: "due" }, day)).toBe(false);
  });
});
