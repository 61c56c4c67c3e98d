import { expect, test } from "vitest";
import { read } from "./clause";
import { readSlots } from "./slots";
import { titleOf } from "./title";

const context = { now: new Date("2026-11-21T08:00:00Z"), timeZone: "Europe/Berlin", locale: "en-GB" };
const slots = (text: string) => readSlots(read(text), context);

test("the list that is named", () => {
  expect(slots("eggs to my spring cleaning list").list?.name).toBe("spring cleaning");
  expect(slots("eggs to the list of groceries").list?.name).toBe("groceries");
  expect(slots("eggs to my to-do list").list?.name).toBe("");
  expect(slots("eggs on Friday").list).toBeUndefined();
});

test("times, tags and priority leave the words over", () => {
  expect(slots("buy a gift tomorrow at 5pm #family !high")).toMatchObject({
    spans: [{ day: "2026-11-22", time: "17:00" }],
    tags: ["family"],
    level: "high",
    rest: { text: "buy a gift" },
  });
});

test("quoted words are left alone", () => {
  expect(slots("“read tomorrow's paper” on my list")).toMatchObject({
    spans: [],
    rest: { text: "“read tomorrow's paper”" },
  });
});

test("a title is what is left of the sentence about it", () => {
  const title = (text: string) => titleOf(read(text)).text;
  expect(title("a reminder for me to call my brother")).toBe("call my brother");
  expect(title("an event called “Nadine's shower”")).toBe("“Nadine's shower”");
  expect(title("a meeting with Carla")).toBe("a meeting with Carla");
});
