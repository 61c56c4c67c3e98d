import { expect, test } from "vitest";
import { read } from "./clause";
import { tagIn } from "./plans/restore-tag";
import { readRequest } from "./request";

const context = { now: new Date("2026-11-21T09:00:00Z"), timeZone: "Europe/Berlin", locale: "en-GB" };

test.each([
  ["restore the tag errands", "errands", undefined],
  ["bring back my errands tag", "errands", undefined],
  ["Please restore the deleted tag “House plants”", "House plants", undefined],
  ["undelete #home", "home", undefined],
  ["could you get the label home out of the trash?", "home", undefined],
  ["restore the tag home as old home", "home", "old home"],
])("%s", (words, name, as) => {
  const request = readRequest(read(words), context);
  expect(request.sense).toBe("restore");
  expect(tagIn(request)).toEqual({ name, as });
});

test.each(["restore the price tags for the sale", "bring back the receipts", "restore everything tagged home"])(
  "%s is about tasks",
  (words) => {
    expect(tagIn(readRequest(read(words), context))).toBeUndefined();
  },
);
