import fc from "fast-check";
import { expect, test } from "vitest";
import { arrange, type Shown } from "@/components/tasks/arrange";
import { sample } from "@/components/tasks/sample";
import { counting } from "@/components/tasks/sections";

const clock = { now: new Date("2026-11-21T09:00:00Z"), timeZone: "Europe/Lisbon", locale: "en-GB" };

/** Where a task lies by each of the ways to count. */
const places = {
  due: (task: ReturnType<typeof sample>) => task.dueDate ?? "infinity",
  priority: (task: ReturnType<typeof sample>) => `${["high", "medium", "low", "none"].indexOf(task.priority)}`,
};

test("what is counted for a section is what the list puts under its heading", () => {
  const task = fc
    .record({
      dueDate: fc.constantFrom(
        null,
        "2026-11-01",
        "2026-11-20",
        "2026-11-21",
        "2026-11-22",
        "2026-11-28",
        "2026-11-29",
      ),
      priority: fc.constantFrom("none", "low", "medium", "high"),
    })
    .map((fields) => sample({ ...fields, id: crypto.randomUUID() }));
  const shown = fc.constantFrom<Shown>(
    { view: "tasks", sort: "due" },
    { view: "tasks", sort: "priority" },
    { view: "tag", tag: "home", sort: "due" },
    { view: "today", sort: "priority" },
    { view: "no-date", sort: "priority" },
  );
  const home = [{ id: "home", name: "home", color: "#E0A030" }];
  fc.assert(
    fc.property(fc.array(task), shown, (tasks, shown) => {
      const sections = arrange(
        tasks.map((task) => ({ ...task, tags: home })),
        shown,
        clock,
      );
      for (const { by, sections: counted } of counting(shown, sections, clock)) {
        if (by === "completed") throw new Error("Nothing is completed here.");
        for (const { name, tasks } of sections) {
          const { from, to } = counted.find((section) => section.name === name) ?? {};
          const at = tasks.map(places[by]);
          expect(at.every((place) => from !== undefined && to !== undefined && from <= place && place <= to)).toBe(
            true,
          );
        }
      }
    }),
  );
});

test("where sections are days, only the last one can go on beyond what is loaded", () => {
  const tasks = ["2026-11-22", "2026-11-27"].map((dueDate) => sample({ id: dueDate, dueDate }));
  const shown = { view: "upcoming", sort: "due" } as const;
  const [count] = counting(shown, arrange(tasks, shown, clock), clock);
  expect(count?.sections).toEqual([{ name: "Friday 27 Nov", from: "2026-11-27", to: "2026-11-27" }]);
});
