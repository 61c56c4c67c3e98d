import { describe, expect, test } from "vitest";
import { apply, applyAll, inverse, type Write } from "@/components/tasks/optimistic";
import { sample } from "@/components/tasks/sample";

const at = new Date("2026-11-21T09:00:00Z");
const ferns = sample({ id: "ferns", title: "Water the ferns" });
const books = sample({ id: "books", title: "Return the library books", priority: "high" });

describe("a write on the list", () => {
  test("adds once, at the end", () => {
    const write: Write = { kind: "add", tasks: [books] };
    expect(apply([ferns], write).map(({ id }) => id)).toEqual(["ferns", "books"]);
    expect(applyAll([ferns], [write, write])).toHaveLength(2);
  });

  test("changes only the fields and rows that it names", () => {
    const [first, second] = apply([ferns, books], {
      kind: "change",
      changes: [{ id: "books", fields: { dueDate: "2026-11-22" } }],
    });
    expect(first).toBe(ferns);
    expect(second).toEqual({ ...books, dueDate: "2026-11-22" });
  });

  test("completes and reopens", () => {
    const done = apply([ferns], { kind: "complete", tasks: [ferns], at });
    expect(done[0]).toMatchObject({ completed: true, completedAt: at });
    expect(apply(done, { kind: "reopen", tasks: done, at })).toEqual([ferns]);
  });

  test("removes and restores", () => {
    const gone = apply([ferns], { kind: "remove", tasks: [ferns], at });
    expect(gone[0]?.deletedAt).toEqual(at);
    expect(apply(gone, { kind: "restore", tasks: gone, at })).toEqual([ferns]);
  });

  test("moves the parent's progress with its subtasks", () => {
    const parent = sample({ id: "thesis", subtasks: { done: 1, total: 3 } });
    const part = sample({ id: "part", parentId: "thesis" });
    const finished = apply([parent], { kind: "complete", tasks: [part], at });
    expect(finished[0]?.subtasks).toEqual({ done: 2, total: 3 });
    const fewer = apply(finished, { kind: "remove", tasks: [{ ...part, completed: true }], at });
    expect(fewer[0]?.subtasks).toEqual({ done: 1, total: 2 });
  });
});

describe("the way back", () => {
  const before = [ferns, books];
  const writes: Write[] = [
    { kind: "change", changes: before.map(({ id }) => ({ id, fields: { dueDate: "2026-11-21", dueTime: null } })) },
    { kind: "complete", tasks: [ferns], at },
    { kind: "remove", tasks: before, at },
  ];

  test.each(writes)("of $kind leaves everything as it was", (write) => {
    expect(applyAll(before, [write, inverse(write, before, at)])).toEqual(before);
  });

  test("of adding takes the new task away", () => {
    const write: Write = { kind: "add", tasks: [books] };
    const after = applyAll([ferns], [write, inverse(write, [ferns], at)]);
    expect(after.filter(({ deletedAt }) => deletedAt === null)).toEqual([ferns]);
  });
});
