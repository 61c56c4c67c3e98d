import { describe, expect, test } from "vitest";
import { readMessage } from "./message";

const context = { now: new Date("2026-11-21T08:00:00Z"), timeZone: "Europe/Berlin", locale: "en-GB" };
const senses = (message: string) => readMessage(message, context).map(({ sense }) => sense);

describe("what a message asks for", () => {
  test.each([
    ["add", ["remind me to call mum", "put eggs on the shopping list", "on my list, add dishes", "new task: pay rent"]],
    ["add", ["lunch with Deb tomorrow at noon", "milk needs to be added to my list", "don't let me forget the cake"]],
    ["show", ["what's on for tomorrow?", "do I have anything due this week", "read me my list", "is milk on my list"]],
    ["change", ["move the dentist to Friday", "postpone the report by a week", "can you push it to Monday"]],
    ["rename", ["rename it to Call the bank", "change the title of the report to Annual report"]],
    ["rank", ["make it high priority", "set the priority of the report to low"]],
    ["complete", ["mark the report as done", "I've finished the report", "I called mum", "check off the milk"]],
    ["reopen", ["reopen the report", "the report is not done"]],
    [
      "delete",
      ["delete it", "take the milk off my list", "I no longer need the flights", "clear my calendar for Friday"],
    ],
    ["restore", ["bring back the receipts", "restore the second one"]],
    ["undo", ["undo that", "take that back"]],
    ["offer", ["call the plumber", "I should clean the garage"]],
    ["none", ["why is the sky blue", "play some jazz", "write me a poem about autumn"]],
  ])("%s", (sense, messages) => {
    for (const message of messages) expect([message, senses(message)]).toEqual([message, [sense]]);
  });

  test("courtesy and slips of the pen change nothing", () => {
    expect(senses("hey, could you please delte the stamps, thanks")).toEqual(["delete"]);
    expect(senses("would you mind adding eggs to my list")).toEqual(["add"]);
  });

  test.each([
    [
      "add",
      [
        "gonna visit Tom on Friday",
        "yo add eggs to my list",
        "make sure I call Ann",
        "could you be a dear and jot down pay Sam",
      ],
    ],
    ["offer", ["need milk and eggs", "gotta clean the garage"]],
    [
      "change",
      [
        "shove the dentist to Friday",
        "any chance you could push the report back a week",
        "let's do the dentist at eleven instead",
      ],
    ],
    ["complete", ["paid the electricity bill", "just fed the cat, finally returned the books"]],
    ["delete", ["forget about the stamps", "don't bother with the oat milk", "wipe my calendar clean"]],
    ["show", ["how's my week looking", "lemme know what's left today"]],
  ])("as people say it: %s", (sense, messages) => {
    for (const message of messages) expect([message, senses(message)[0]]).toEqual([message, sense]);
  });

  test.each([
    ["relabel", ["rename #errands to #chores", "rename the errands tag to weekend chores"]],
    ["recolour", ["make the errands tag green", "change the color of home to red", "make #home blue"]],
    ["nest", ["move the stamps under the report", "make the stamps a subtask of the report"]],
    ["unnest", ["take the stamps out of the report", "make the stamps a task of its own"]],
    ["offer", ["paint the fence green", "make a green salad"]],
    ["delete", ["take the milk off my list"]],
  ])("where things belong: %s", (sense, messages) => {
    for (const message of messages) expect([message, senses(message)]).toEqual([message, [sense]]);
  });

  test("what was told is what is to be put down", () => {
    const [request] = readMessage("my flight is on 3 December, put it in my calendar", context);
    expect(request).toMatchObject({ sense: "add", body: { text: "my flight is on 3 December in my calendar" } });
  });

  test("what points back at the clause before joins it", () => {
    const [request, ...more] = readMessage("do I have milk on my shopping list, if not add it", context);
    expect(more).toEqual([]);
    expect(request).toMatchObject({ sense: "add", absent: true, body: { text: "milk on my shopping list" } });
    expect(senses("cancel the dentist and reschedule it for Friday")).toEqual(["change"]);
  });

  test("background is not acted upon beside a request", () => {
    expect(senses("I just finished the laundry, so cross that off my list")).toEqual(["complete"]);
    expect(senses("thanks! add milk")).toEqual(["add"]);
  });
});
