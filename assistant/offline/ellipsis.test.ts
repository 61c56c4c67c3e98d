import { describe, expect, test } from "vitest";
import { named, play } from "@/assistant/testing/listed-tasks";

const list = [
  { id: "milk", title: "Buy milk" },
  { id: "bread", title: "Bread" },
  { id: "report", title: "Report", dueDate: "2026-11-26" },
  { id: "dentist", title: "Dentist", dueDate: "2026-11-23", dueTime: "10:00" },
];
const played = (...messages: string[]) => play(messages, { list });
const changes = (message: string) =>
  played(message).writes.flatMap((call) => (call.tool === "change_tasks" ? named(call) : []));

describe("a verb is left out the second time", () => {
  test.each([
    [
      "rename milk to oat milk and bread to rye bread",
      ["milk", { title: "Oat milk" }],
      ["bread", { title: "Rye bread" }],
    ],
    ["rename the report to essay, bread to bun", ["report", { title: "Essay" }], ["bread", { title: "Bun" }]],
    [
      "rename bread to salt and pepper and report to essay",
      ["bread", { title: "Salt and pepper" }],
      ["report", { title: "Essay" }],
    ],
    [
      "change the title of bread to rye and report to essay",
      ["bread", { title: "Rye" }],
      ["report", { title: "Essay" }],
    ],
    [
      "rename report to essay and buy milk to oat milk",
      ["report", { title: "Essay" }],
      ["milk", { title: "Oat milk" }],
    ],
    [
      "move dentist to Friday and report to Monday",
      ["dentist", { dueDate: "2026-11-27" }],
      ["report", { dueDate: "2026-11-23" }],
    ],
    [
      "move the dentist to Friday and the report to Monday",
      ["dentist", { dueDate: "2026-11-27" }],
      ["report", { dueDate: "2026-11-23" }],
    ],
    [
      "reschedule dentist for Friday, then report for Monday",
      ["dentist", { dueDate: "2026-11-27" }],
      ["report", { dueDate: "2026-11-23" }],
    ],
    [
      "postpone report by a week and dentist by two days",
      ["report", { dueDate: "2026-12-03" }],
      ["dentist", { dueDate: "2026-11-25" }],
    ],
    [
      "set the report to priority 1 and bread to 2",
      ["report", { priority: "high" }],
      ["bread", { priority: "medium" }],
    ],
    [
      "set the priority of report to 1 and bread to 3",
      ["report", { priority: "high" }],
      ["bread", { priority: "low" }],
    ],
    ["make report high priority and bread low", ["report", { priority: "high" }], ["bread", { priority: "low" }]],
    ["set report to p1, bread to p2", ["report", { priority: "high" }], ["bread", { priority: "medium" }]],
    ["tag report with work and bread with food", ["report", { addTags: ["work"] }], ["bread", { addTags: ["food"] }]],
    [
      "tag report with work and urgent and bread with food",
      ["report", { addTags: ["work", "urgent"] }],
      ["bread", { addTags: ["food"] }],
    ],
    ["tag report #work and bread #food", ["report", { addTags: ["work"] }], ["bread", { addTags: ["food"] }]],
    [
      "move report to errands and bread to home",
      ["report", { addTags: ["errands"] }],
      ["bread", { addTags: ["home"] }],
    ],
    [
      "move dentist to Friday & report to Monday",
      ["dentist", { dueDate: "2026-11-27" }],
      ["report", { dueDate: "2026-11-23" }],
    ],
    [
      "Move the dentist to Friday. The report to Monday.",
      ["dentist", { dueDate: "2026-11-27" }],
      ["report", { dueDate: "2026-11-23" }],
    ],
    ["rename report to essay\nbread to rye", ["report", { title: "Essay" }], ["bread", { title: "Rye" }]],
    [
      "make report repeat every day and milk every week",
      ["report", { dueDate: "2026-11-26", repeat: "FREQ=DAILY" }],
      ["milk", { dueDate: "2026-11-21", repeat: "FREQ=WEEKLY" }],
    ],
  ] as Array<[string, ...Array<[string, object]>]>)("%s", (message, ...edits) => {
    expect(changes(message)).toEqual(edits.map(([id, fields]) => ({ id, ...fields })));
  });

  test("of three, with several tasks for one goal", () => {
    expect(changes("move dentist and bread to Friday, report to Monday and milk to Tuesday")).toEqual(
      expect.arrayContaining([
        { id: "dentist", dueDate: "2026-11-27" },
        { id: "bread", dueDate: "2026-11-27" },
        { id: "report", dueDate: "2026-11-23" },
        { id: "milk", dueDate: "2026-11-24" },
      ]),
    );
  });

  test("what can’t be found is named, and the rest is done", () => {
    expect(changes("rename milk to oat milk and cheese to brie")).toEqual([{ id: "milk", title: "Oat milk" }]);
    expect(played("rename milk to oat milk and cheese to brie").say).toBe(
      "Renamed “Buy milk” to “Oat milk”.\n\nI couldn’t find a task like “cheese”.",
    );
    expect(played("move dentist to Friday and cheese to Monday").say).toContain("“cheese”");
  });

  test("which is not so where it is one title, one goal, or one name", () => {
    const only = (message: string) => expect([message, ...changes(message)]);
    only("rename report to read and send to Ann").toEqual([
      expect.anything(),
      { id: "report", title: "Read and send to Ann" },
    ]);
    only("rename bread to salt and pepper").toEqual([expect.anything(), { id: "bread", title: "Salt and pepper" }]);
    only("rename report to buy tickets to Rome and book a hotel").toEqual([
      expect.anything(),
      { id: "report", title: "Buy tickets to Rome and book a hotel" },
    ]);
    only("tag report and bread with food").toEqual([
      expect.anything(),
      { id: "report", addTags: ["food"] },
      { id: "bread", addTags: ["food"] },
    ]);
    only("tag report with work and urgent").toEqual([expect.anything(), { id: "report", addTags: ["work", "urgent"] }]);
  });
});

describe("a verb of its own is a request of its own", () => {
  const tools = (message: string) => played(message).writes.map(({ tool }) => tool);
  test.each([
    ["make report high priority and complete bread", ["change_tasks", "complete_tasks"]],
    ["set the report to priority 1 and complete bread", ["change_tasks", "complete_tasks"]],
    ["put the report on Monday and complete bread", ["change_tasks", "complete_tasks"]],
    ["add tea and complete the report", ["add_tasks", "complete_tasks"]],
    ["add tea, complete the report and rename bread to rye", ["add_tasks", "complete_tasks", "change_tasks"]],
    ["add tea to shopping and move the bread to Friday", ["add_tasks", "change_tasks"]],
  ])("%s", (message, wanted) => {
    expect(tools(message)).toEqual(wanted);
  });

  test.each(["add wash and complete the form", "remind me to write and complete the report"])(
    "but a part of the new task where none is there, or it is to be remembered: %s",
    (message) => {
      expect(tools(message)).toEqual(["add_tasks"]);
      expect(played(message).say).toContain("and complete the");
    },
  );
});

test("a verb of its own behind a new title is one where its task is there", () => {
  expect(played("rename report to essay and complete bread").writes.map(({ tool }) => tool)).toEqual([
    "change_tasks",
    "complete_tasks",
  ]);
  expect(changes("rename report to essay and finish writing")).toEqual([
    { id: "report", title: "Essay and finish writing" },
  ]);
});

describe("what of a message is not done is named", () => {
  test.each([
    ["complete the report. Sing me a song", "I didn’t understand “Sing me a song”"],
    ["delete the bread and what's the weather?", "I didn’t understand “what's the weather”"],
    ["complete the report; xyzzy", "“xyzzy”"],
    ["complete the report and call the plumber", "Should I add “Call the plumber” to your tasks?"],
  ])("%s", (message, words) => {
    const { writes, say } = played(message);
    expect(writes).toHaveLength(1);
    expect(say).toContain(words);
  });

  test.each([
    "I'm so tired. Complete the report.",
    "complete the report. Bob told me to",
    "thanks! complete the report",
  ])("where it asks for something: %s", (message) => {
    expect(played(message).say).toBe("Done: “Report”.");
  });

  test("where it goes on for longer than is read, nothing is done", () => {
    const many = Array.from({ length: 50 }, (_, at) => ({ id: `${at}`, title: `Errand ${at} in town` }));
    const { writes, say } = play([`complete ${many.map(({ title }) => title).join(", ")}`], { list: many });
    expect(writes).toEqual([]);
    expect(say).toMatch(/too long .*shorter messages.* Nothing was changed/);
  });
});

test("names in quotation marks each get their own priority", () => {
  const list = [
    { id: "report", title: "Report" },
    { id: "milk", title: "Milk" },
  ];
  const { writes } = play(["set “Report” to p1 and “Milk” to p2"], { list });
  expect(writes.flatMap(named)).toEqual([
    { id: "report", priority: "high" },
    { id: "milk", priority: "medium" },
  ]);
});
