import { describe, expect, test } from "vitest";
import { edit, toTask } from "@/components/tasks/draft-line";
import type { Tag } from "@/db/tags";
import { palette } from "@/language/colors";
import * as quickAdd from "@/language/quick-add";

const clock = { now: new Date("2026-11-21T09:00:00Z"), timeZone: "Europe/Lisbon" };
const tag = (name: string) => ({ id: name, name, color: "#112233" }) as Tag;

describe("what was dismissed", () => {
  const draft = { text: "Call tomorrow mum", dismissed: [{ start: 5, end: 13 }] };

  test("moves along when something is written before it", () => {
    expect(edit(draft, "Please Call tomorrow mum").dismissed).toEqual([{ start: 12, end: 20 }]);
  });

  test("stays when something is written after it", () => {
    expect(edit(draft, "Call tomorrow mum!").dismissed).toEqual(draft.dismissed);
  });

  test("is forgotten once its words are touched", () => {
    expect(edit(draft, "Call tomorow mum").dismissed).toEqual([]);
    expect(edit(draft, "").dismissed).toEqual([]);
  });
});

describe("a line as a task", () => {
  const family = tag("family");

  test("has what it says", () => {
    const line = quickAdd.read("Call mum tomorrow 5pm #Family !high", clock);
    expect(toTask(line, [family])).toEqual({
      title: "Call mum",
      dueDate: "2026-11-22",
      dueTime: "17:00",
      priority: "high",
      tags: [family],
    });
  });

  test("shows new tags in the colours that they will get", () => {
    const line = quickAdd.read("Plant bulbs #garden #balcony #Family", clock);
    const { tags } = toTask(line, [{ ...family, color: palette.rose }]);
    expect(tags?.map(({ name, color }) => [name, color])).toEqual([
      ["garden", palette.cyan],
      ["balcony", palette.amber],
      ["family", palette.rose],
    ]);
  });

  test("takes the page's day and tag where it says none", () => {
    const line = quickAdd.read("Call mum", clock);
    const task = toTask(line, [], { dueDate: "2026-11-21", tag: family });
    expect(task).toMatchObject({ dueDate: "2026-11-21", tags: [family] });
  });

  test("has no day where it says so, whatever the page's", () => {
    const task = toTask(quickAdd.read("Learn Italian someday", clock), [], { dueDate: "2026-11-21" });
    expect(task).toEqual({ title: "Learn Italian", priority: "none", tags: [] });
  });

  test("keeps its own day, and names the page's tag once", () => {
    const line = quickAdd.read("Call mum tomorrow #family", clock);
    const task = toTask(line, [family], { dueDate: "2026-11-21", tag: family });
    expect(task).toMatchObject({ dueDate: "2026-11-22", tags: [family] });
  });
});
