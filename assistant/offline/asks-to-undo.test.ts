import { expect, test } from "vitest";
import { asksToUndo } from "./asks-to-undo";

const context = { now: new Date("2026-11-21T09:00:00Z"), timeZone: "Europe/Berlin", locale: "en-GB" };

test.each([
  "undo",
  "Undo that, please.",
  "undo it",
  "no wait, undo that",
  "undo that and add milk",
  "take that back",
  "revert that",
])("%s asks to undo", (words) => {
  expect(asksToUndo(words, context)).toBe(true);
});

test.each([
  "What is on my list today?",
  "What does “undo that” do?",
  'Bob wrote "undo that" to me',
  "Add undo the knot",
  "> undo that\nWhat is meant by this?",
  "```\nundo that\n```\nWhat is this?",
  "```\nundo that",
  "delete the stamps",
  "restore the old receipts",
])("%s does not", (words) => {
  expect(asksToUndo(words, context)).toBe(false);
});
