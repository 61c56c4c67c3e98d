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
  "could you undo that?",
  "undo that, it's not what I meant",
  "never mind, undo that",
  "I want to undo that",
  "undo the last change",
  "undo the last thing you did",
  "put it back the way it was",
  "that isn't what I wanted. undo that. it's wrong",
  "Bob’s list isn’t mine. Undo that. It’s wrong",
  "the Smiths' list. undo that. the Joneses' too",
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
  "~~~\nundo that\n~~~\nWhat is this?",
  "~~~~\nundo that\n~~~\nundo that",
  "````\n```\nundo that\n```\nundo that\n````",
  "Bob wrote: ‘No. Undo that. Sorry.’",
  "Bob wrote: 'No. Undo that. Sorry.'",
  "Bob wrote: 'It's bad. Undo that. Sorry.'",
  "Bob wrote: ‘Don’t wait. Undo that. Sorry.’",
  "delete the stamps",
  "restore the old receipts",
  "do not undo",
  "undo that. actually don't",
  "undo that, no wait, never mind",
  "Undo that! No, don't.",
  "don’t undo that",
  "don't undo",
  "You shouldn't undo that",
  "please never undo that",
  "can you not undo that",
  "I don't want you to undo it",
  "no, don't undo that",
  "should I undo that?",
  "can you undo things?",
  "can I undo that?",
  "is it possible to undo that?",
  "I can undo that",
  "Undo?",
  "Undo that?",
  "undo isn't what I want",
  "revert nothing",
  "never mind, undo nothing",
  "undo the knots",
  "reverse the car",
  "take that back to the store",
  "Look at this:\n\n    undo that",
  "\tundo that",
])("%s does not", (words) => {
  expect(asksToUndo(words, context)).toBe(false);
});
