import { describe, expect, test } from "vitest";
import { named, play } from "@/assistant/testing/listed-tasks";

const list = [
  { id: "dentist", title: "Dentist", dueDate: "2026-11-23", dueTime: "10:00" },
  { id: "report", title: "Report", dueDate: "2026-11-26" },
  { id: "stamps", title: "Buy stamps", tags: ["errands"] },
  { id: "books", title: "Return the books", dueDate: "2026-11-19", tags: ["errands"] },
  { id: "ines", title: "Reply to Ines", completed: true },
  { id: "ferns", title: "Water the ferns", dueDate: "2026-11-20", completed: true },
  { id: "again", title: "Water the ferns", dueDate: "2026-11-23", repeat: "FREQ=DAILY;INTERVAL=3" },
];

/** The writes that the last of some messages asks for, and what they name. */
const writes = (...messages: string[]) => play(messages, { list }).writes.map((call) => [call.tool, ...named(call)]);

/** What the last of some messages is answered with. */
const reply = (...messages: string[]) => play(messages, { list }).say;

describe("a time alone, after something was done, is when that should be", () => {
  test.each([
    ["move the dentist to Friday", "no, tomorrow", { id: "dentist", dueDate: "2026-11-22" }],
    ["move the dentist to Friday", "tomorrow", { id: "dentist", dueDate: "2026-11-22" }],
    ["when is the dentist?", "make it 11", { id: "dentist", dueDate: "2026-11-23", dueTime: "11:00" }],
    ["add call Bo", "tomorrow at 5", { id: "new", dueDate: "2026-11-22", dueTime: "17:00" }],
    ["add gym tomorrow", "every week", { id: "new", dueDate: "2026-11-22", repeat: "FREQ=WEEKLY" }],
    ["add call Bo tomorrow", "and at 5", { id: "new", dueDate: "2026-11-22", dueTime: "17:00" }],
  ])("%s – %s", (first, second, task) => {
    expect(writes(first, second)).toEqual([["change_tasks", task]]);
  });
});

describe("a correction that has a verb of its own is done as it says", () => {
  test.each([
    ["add call Bo", "and tag it family", ["change_tasks", { id: "new", addTags: ["family"] }]],
    ["delete the stamps", "no wait, undo that", ["undo_turn"]],
    ["add gym every tuesday", "stop repeating", ["change_tasks", { id: "new", repeat: null }]],
    ["add milk", "no, delete it", ["delete_tasks", "new"]],
    ["add milk", "not milk, bread", ["change_tasks", { id: "new", title: "Bread" }]],
    ["add milk today", "and bread tomorrow", ["add_tasks", { title: "Bread", dueDate: "2026-11-22" }]],
  ])("%s – %s", (first, second, call) => {
    expect(writes(first, second)).toEqual([call]);
  });
});

describe("several things at once", () => {
  test("each have their own day", () => {
    expect(writes("add call Ann tomorrow and email Bob on Friday at 3pm")).toEqual([
      [
        "add_tasks",
        { title: "Call Ann", dueDate: "2026-11-22" },
        { title: "Email Bob", dueDate: "2026-11-27", dueTime: "15:00" },
      ],
    ]);
    expect(writes("add call Ann and email Bob tomorrow")).toEqual([
      ["add_tasks", { title: "Call Ann", dueDate: "2026-11-22" }, { title: "Email Bob", dueDate: "2026-11-22" }],
    ]);
  });
  test("which need not begin with a verb", () => {
    expect(writes("add milk today, bread tomorrow and lunch with Bo on Friday")).toEqual([
      [
        "add_tasks",
        { title: "Milk", dueDate: "2026-11-21" },
        { title: "Bread", dueDate: "2026-11-22" },
        { title: "Lunch with Bo", dueDate: "2026-11-27" },
      ],
    ]);
  });
  test("are one where a second day names nothing", () => {
    expect(writes("add book the flight for the 20th by Friday")).toEqual([
      ["add_tasks", { title: "Book the flight for the 20th", dueDate: "2026-11-27" }],
    ]);
  });
  test("may be announced", () => {
    expect(writes("add three tasks: call Ann, write to Bob, visit Carl")).toEqual([
      ["add_tasks", { title: "Call Ann" }, { title: "Write to Bob" }, { title: "Visit Carl" }],
    ]);
  });
  test("are tagged with what is said behind them", () => {
    expect(writes("tag the stamps and the report with admin")).toEqual([
      ["change_tasks", { id: "stamps", addTags: ["admin"] }, { id: "report", addTags: ["admin"] }],
    ]);
  });
  test("may have exceptions behind where they go to", () => {
    expect(writes("move all errands to Friday except the stamps")).toEqual([
      ["change_tasks", { id: "books", dueDate: "2026-11-27" }],
    ]);
  });
});

describe("how often a task says itself", () => {
  test.each([
    ["every day vitamins", { title: "Vitamins", repeat: "FREQ=DAILY" }],
    ["add every day vitamins", { title: "Vitamins", repeat: "FREQ=DAILY" }],
    ["remind me to call granny sundays", { title: "Call granny", repeat: "FREQ=WEEKLY;BYDAY=SU" }],
    ["add gym mondays, wednesdays and fridays", { title: "Gym", repeat: "FREQ=WEEKLY;BYDAY=MO,WE,FR" }],
    ["add everyday shoes", { title: "Everyday shoes" }],
  ])("%s", (message, task) => {
    expect(writes(message)).toMatchObject([["add_tasks", task]]);
  });
});

describe("hours that a task says itself", () => {
  test.each([
    ["set alarm for 7 every weekday", { title: "Wake up", dueDate: "2026-11-23", dueTime: "07:00" }],
    ["remind me every day to take my pills at 9", { title: "Take my pills", dueDate: "2026-11-22", dueTime: "09:00" }],
    ["every day vitamins at 8", { title: "Vitamins", dueDate: "2026-11-22", dueTime: "08:00" }],
    ["add dinner with Tom on Friday at 7", { title: "Dinner with Tom", dueDate: "2026-11-27", dueTime: "19:00" }],
    ["remind me tonight to call Bo at 9", { title: "Call Bo", dueDate: "2026-11-21", dueTime: "21:00" }],
  ])("%s", (message, task) => {
    expect(writes(message)).toMatchObject([["add_tasks", task]]);
  });
});

test("a note behind a colon is the task's that it is for", () => {
  expect(writes("add a note to the dentist: bring the card")).toEqual([
    ["change_tasks", { id: "dentist", description: "bring the card" }],
  ]);
});

test("what is done instead is there already", () => {
  expect(writes("do the report tomorrow instead")).toEqual([["change_tasks", { id: "report", dueDate: "2026-11-22" }]]);
  expect(writes("buy the stamps tomorrow instead")).toEqual([
    ["change_tasks", { id: "stamps", dueDate: "2026-11-22" }],
  ]);
});

describe("what is set for a day is moved there where it exists by that very name", () => {
  test.each([
    ["set buy stamps for Friday", ["change_tasks", { id: "stamps", dueDate: "2026-11-27" }]],
    ["put report on Tuesday", ["change_tasks", { id: "report", dueDate: "2026-11-24" }]],
    ["set reply to Ines for Friday", ["add_tasks", { title: "Reply to Ines", dueDate: "2026-11-27" }]],
    ["set stamps for Friday", ["add_tasks", { title: "Stamps", dueDate: "2026-11-27" }]],
    ["set a dentist appointment for Friday", ["add_tasks", { title: "Dentist appointment", dueDate: "2026-11-27" }]],
    ["set lunch with Ann for Friday", ["add_tasks", { title: "Lunch with Ann", dueDate: "2026-11-27" }]],
  ])("%s", (message, call) => {
    expect(writes(message)).toEqual([call]);
  });
});

describe("whether something is done", () => {
  test.each([
    ["is the report done?", "No, “Report” is still open, due Thu 26 Nov."],
    ["did I buy the stamps?", "No, “Buy stamps” is still open."],
    ["have I already bought stamps", "No, “Buy stamps” is still open."],
    ["did I reply to Ines?", "Yes, “Reply to Ines” is done."],
    ["haven't I replied to Ines yet", "Yes, “Reply to Ines” is done."],
    ["did I finish the report", "No, “Report” is still open, due Thu 26 Nov."],
    ["did we get the report done?", "No, “Report” is still open, due Thu 26 Nov."],
    ["did I water the ferns?", "Yes, “Water the ferns” is done. It’s next due Mon 23 Nov."],
    ["did I win the lottery?", "I couldn’t find anything like “win the lottery” on your list."],
    ["did I buy the stamps and reply to Ines", "No, these are still open:\n1. “Buy stamps”"],
    ["are my errands done?", "No, these are still open:\n1. “Buy stamps”\n2. “Return the books”, Thu 19 Nov"],
  ])("%s", (message, said) => {
    expect(reply(message)).toBe(said);
    expect(writes(message)).toEqual([]);
  });

  test("of what has just been spoken of, and of something else then", () => {
    expect(reply("when is the report due?", "is it done?")).toBe("No, “Report” is still open, due Thu 26 Nov.");
    expect(reply("did I buy the stamps?", "and the report?")).toBe("No, “Report” is still open, due Thu 26 Nov.");
    expect(reply("did I do it?")).toBe("Which task do you mean?");
  });

  test.each(["did I miss anything", "have I got milk", "did I tell you about Tom"])("is not asked by %s", (message) => {
    expect(reply(message)).toMatch(/not sure|beyond me/);
  });
});

describe("what is to be finished today is due today, and not done: a task that is wrongly ticked off is gone from sight", () => {
  test.each(["finish the report today", "complete report today", "wrap up the report today"])("%s", (message) => {
    expect(writes(message)).toEqual([["change_tasks", { id: "report", dueDate: "2026-11-21" }]]);
    expect(reply(message)).toBe("Moved “Report” to today, Sat 21 Nov. Already done? Say “it’s done”.");
    expect(writes(message, "it's done")).toEqual([["complete_tasks", "report"]]);
  });

  test.each([
    "I finished the report today",
    "check off the report today",
    "mark the report as done today",
    "complete the report for today",
  ])("but it is done where that is said: %s", (message) => {
    expect(writes(message)).toEqual([["complete_tasks", "report"]]);
  });
});

test.each([
  "Can you add these?",
  "could you please put them on my list",
  "hey, would you kindly add those to my list",
  "is it possible to add these?",
])("a courtesy is no task: %s", (message) => {
  expect(writes(message)).toEqual([]);
  expect(reply(message)).toBe("What should I add?");
});

test("a smoke alarm is no alarm for smoke", () => {
  expect(writes("remind me to check the smoke alarm")).toEqual([["add_tasks", { title: "Check the smoke alarm" }]]);
  expect(writes("set a gym alarm for 6:30")).toMatchObject([["add_tasks", { title: "Gym", dueTime: "06:30" }]]);
});

test.each([
  ["complete the dentist and the report", "bring those back", ["reopen_tasks", "dentist", "report"]],
  ["complete the dentist", "bring it back", ["reopen_tasks", "dentist"]],
  ["delete the dentist and the report", "bring those back", ["restore_tasks", "dentist", "report"]],
  ["hello", "bring back Reply to Ines", ["reopen_tasks", "ines"]],
])("%s – %s takes back what was done, be it completed or deleted", (first, second, write) => {
  expect(writes(first, second)).toEqual([write]);
});

test.each([
  ["what if you complete the dentist?"],
  ["how do I complete the dentist and rename the report to Summary?"],
  ["who said complete the dentist and rename the report to Summary?"],
  ["why complete the dentist and move the report to Friday?"],
])("%s only asks", (message) => {
  expect(writes(message)).toEqual([]);
  expect(reply(message)).toMatch(/haven’t changed anything|beyond me/);
});

test("an undo behind something else takes back nothing", () => {
  expect(writes("add bread", "complete the dentist and undo that")).toEqual([["complete_tasks", "dentist"]]);
  expect(reply("add bread", "complete the dentist and undo that")).toContain("say “undo” on its own");
});

test.each([
  ["delete everything except the dentist and the report"],
  ["delete everything but Dentist and Report"],
  ["delete all tasks except Dentist, Report"],
])("%s keeps both of them", (message) => {
  const [write] = writes(message);
  expect(write).not.toContain("dentist");
  expect(write).not.toContain("report");
  expect(write).toContain("stamps");
});
