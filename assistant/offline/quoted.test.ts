import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { context, named, play } from "@/assistant/testing/listed-tasks";
import { asksToUndo } from "./asks-to-undo";
import { withoutBlocks } from "./quoted";

const PAIRS = [
  '""',
  "“”",
  "„“",
  "„”",
  "””",
  "«»",
  "»«",
  "»»",
  "‘’",
  "‚‘",
  "‚’",
  "’’",
  "''",
  "‹›",
  "›‹",
  "「」",
  "『』",
  "《》",
  "＂＂",
  "``",
];
const FENCES = ["```", "````", "~~~", "```text"];
const QUOTES = ["> ", ">", " > ", "   >", "- > ", "1. > ", "* - > ", "> > "];

const words = fc.constantFrom(
  "undo that",
  "No. Undo that. Sorry.",
  "It's bad. Undo it",
  '5" wide. Undo that',
  "take that back",
  "the Smiths' list",
);
const content = fc.array(
  fc.oneof(
    words,
    fc.string({ unit: "grapheme", maxLength: 5 }),
    fc.constantFrom("\n", " ", '"', "'", "’", "`", "“", "> ", ". "),
  ),
  { maxLength: 8 },
);
const harmless = fc.constantFrom(
  "",
  "What is this?",
  "Bob wrote:",
  "Bob’s note isn't mine:",
  "Hello there.",
  "the '90s list's end,",
  "the Joneses' dog.",
);
const within = fc.oneof(
  fc.tuple(fc.constantFrom(...PAIRS), content).map(([[open, close], said]) => `${open}${said.join("")}${close}`),
  fc
    .tuple(fc.constantFrom(...FENCES), content)
    .map(([fence, said]) => `\n${fence}\n${said.join("")}\n${/^[`~]+/.exec(fence)?.[0]}\n`),
  fc.tuple(fc.constantFrom(...QUOTES), content).map(
    ([sign, said]) =>
      `\n${said
        .join("")
        .split(/[\n\r\u2028\u2029]/)
        .map((line) => sign + line)
        .join("\n")}\n`,
  ),
);

test("nothing that is quoted asks to undo, whatever it says", () => {
  fc.assert(
    fc.property(harmless, within, harmless, (before, quoted, after) => {
      expect(asksToUndo(`${before} ${quoted} ${after}`, context)).toBe(false);
    }),
    { numRuns: 3_000 },
  );
});

test("plain words do, whatever apostrophes stand beside them", () => {
  const beside = fc.constantFrom(
    "Bob’s list isn't mine.",
    "It's wrong!",
    "That’s the Smiths' dog.",
    "I don’t like the 90's.",
    "",
  );
  fc.assert(
    fc.property(beside, beside, (before, after) => {
      expect(asksToUndo(`${before} Undo that. ${after}`, context)).toBe(true);
    }),
  );
});

test.each([
  "undo that, I renamed “milk” wrongly",
  "I typed \"milk\" and 'bread'. Undo that.",
  "> what Bob said\nundo that",
  "```\nsome text\n```\nundo that",
  "rock 'n' roll. undo that",
])("%s is one's own", (message) => {
  expect(asksToUndo(message, context)).toBe(true);
});

test.each([
  'It is 5" wide. Bob wrote: "No. Undo that. Sorry."',
  'It is 5" wide. Undo that.',
  "Bob wrote: “No. Undo that. Sorry.",
  "Bob wrote: 'No. The Smiths' list. Undo that. Sorry'",
  "他说‘undo that’吧",
  "```\nsay ``` twice\nundo that\n```",
])("%s is not for certain", (message) => {
  expect(asksToUndo(message, context)).toBe(false);
});

const list = [
  { id: "milk", title: "Milk task" },
  { id: "report", title: "Report" },
];
const writes = (message: string) => play([message], { list }).writes.map((call) => [call.tool, ...named(call)]);
const asked = "complete the milk task";
const blocks = [
  `> ${asked}`,
  `  > Hi\n  > ${asked}`,
  `- > ${asked}`,
  `\`\`\`\n${asked}\n\`\`\``,
  `\`\`\`\n${asked}`,
  `~~~\n${asked}\n~~~`,
  ...['""', "“”", "„“", "«»", "»«", "''", "‘’", "「」"].map(([open, close]) => `${open}Hi Ann,\n${asked}\nBye${close}`),
];

describe.each(blocks)("%j", (block) => {
  test("is carried out of no question", () => {
    expect(writes(`What does he want?\n${block}`)).toEqual([]);
    expect(writes(`Bob wrote: ${block}`.replace(": >", ":\n>"))).toEqual([]);
    expect(play([block], { list }).say).not.toBe("");
  });

  test("does not keep what stands beside it from being done", () => {
    expect(writes(`complete the report\n${block}`)).toEqual([["complete_tasks", "report"]]);
    expect(writes(`add tea\n${block}`)).toEqual([["add_tasks", { title: "Tea" }]]);
  });
});

test.each([
  "> oats\n> complete the milk task",
  "> - oats\n> - complete the milk task",
  "```\noats\ncomplete the milk task\n```",
  '"oats\ncomplete the milk task"',
])("what is to be added may be a block: %j", (block) => {
  const both = [["add_tasks", { title: "Oats" }, { title: "Complete the milk task" }]];
  for (const lead of [
    "add these:",
    "Please add the following tasks:",
    "add these to my list\n",
    "add:",
    "can you add these?",
  ])
    expect(writes(`${lead}\n${block}`)).toEqual(both);
  expect(writes(`add these:\n${block}\nand complete the report`)).toEqual([...both, ["complete_tasks", "report"]]);
});

test.each([
  ["add fish 'n chips\nwash the dogs' bowls", ["Fish 'n chips"]],
  ["add a ‘90s playlist\nadd the kids’ homework", ["‘90s playlist", "The kids’ homework"]],
  ["add м'ята\nadd п'ять", ["М'ята", "П'ять"]],
  ['add ת"א\nadd ארה"ב', ['ת"א', 'ארה"ב']],
  ["add ג'ינג'ר\nadd צ'יפס", ["ג'ינג'ר", "צ'יפס"]],
  ["add mum`s cake\nadd dad`s report", ["Mum`s cake", "Dad`s report"]],
  ["thanks~~~\nadd bread", ["Bread"]],
  ["add 5” pipe; add 3” nails", ["5” pipe", "3” nails"]],
  ["add fish 'n chips; add the dogs' bowls", ["Fish 'n chips", "The dogs' bowls"]],
])("%j quotes nothing", (message, titles) => {
  const added = play([message], { list }).writes.flatMap(named);
  expect(added.map((one) => (one as { title: string }).title)).toEqual(titles);
});

test.each([..."\"'‚‘„“»›「『"])("a message of nothing but %s takes no longer than its length", (mark) => {
  const once = (count: number) => {
    const start = performance.now();
    play([mark.repeat(count)], { list });
    return performance.now() - start;
  };
  const time = (count: number) => Math.min(once(count), once(count), once(count));
  expect(time(10_000)).toBeLessThan(60 * Math.max(time(1_000), 1));
});

test("one line to be added stays one, quotation marks and all", () => {
  expect(writes('add this:\n> Call "Bob"; complete the milk task')).toEqual([
    ["add_tasks", { title: "Call 'Bob'; complete the milk task" }],
  ]);
});

test.each([
  'add 5" pipe\nadd 3" nails',
  'rename the report to "Essay"\ncomplete the "milk task"',
  'add "Task 5"\nadd "Task 6"',
  "add these:\n    milk\n    bread",
  "get the kids' toys\nfeed the Smiths' dog\ndon't wait",
  "add milk\n- bread\n- eggs",
])("%j has no block", (message) => {
  expect(withoutBlocks(message, () => undefined)).toBe(message);
});

test.each(['""', "“”", "„“", "””", "«»", "»«", "»»", "''", "‘’", "‚‘", "’’", "‹›", "›‹", "「」", "『』"])(
  "within %s on one line nothing is carried out either",
  (marks) => {
    for (const said of [
      "No. Complete the milk task. Sorry.",
      "Don't wait; complete the milk task, and then delete it!",
    ])
      expect(writes(`Bob wrote: ${marks[0]}${said}${marks[1]}`)).toEqual([]);
  },
);

test.each(PAIRS)("what %s quotes is neither a day nor the end of a sentence", (marks) => {
  const [added] = play([`add ${marks[0]}Friday. Or tomorrow${marks[1]}`], { list }).writes.flatMap(named);
  expect(added).toMatchObject({ title: expect.stringContaining("Friday. Or tomorrow") });
  expect(added).not.toHaveProperty("dueDate");
});
