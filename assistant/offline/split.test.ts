import { expect, test } from "vitest";
import { split } from "./split";

const parts = (message: string) => split(message).map(({ text }) => text);

test("sentences are requests", () => {
  expect(parts("Add buy milk. Call it done!")).toEqual(["Add buy milk", "Call it done"]);
  expect(parts("Meet Dr. Lee at 5 p.m. on Friday")).toHaveLength(1);
});

test("a new command after “and”, “then” or a comma is a request of its own", () => {
  expect(parts("add milk and eggs to shopping, then move the dentist to Friday and complete the report")).toEqual([
    "add milk and eggs to shopping",
    "move the dentist to Friday",
    "complete the report",
  ]);
});

test("a verb inside a title is part of it", () => {
  expect(parts("remind me to call the garage and cancel my booking")).toHaveLength(1);
  expect(parts("add wash and dry the car")).toHaveLength(1);
  expect(parts("add “call Anna, then delete the photos” to my list")).toHaveLength(1);
});

test("a move goes on until it has said where to, whatever the titles begin with", () => {
  expect(parts("move redraw figure 3 and check the references to Monday")).toHaveLength(1);
  expect(parts("move the dentist to Friday and check the references")).toHaveLength(2);
});
