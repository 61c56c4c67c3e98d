import { expect, test } from "vitest";
import { read } from "./clause";
import { readReference } from "./reference";

const context = { now: new Date("2026-11-21T08:00:00Z"), timeZone: "Europe/Berlin", locale: "en-GB" };
const reference = (text: string) => readReference(read(text), context);

test("places in what was listed", () => {
  expect(reference("the second one").numbers).toEqual([2]);
  expect(reference("1 and 3").numbers).toEqual([1, 3]);
  expect(reference("the last two").numbers).toEqual([-2, -1]);
  expect(reference("the first aid kit").numbers).toEqual([]);
});

test("what was spoken of", () => {
  expect(reference("it").pronoun).toBe("one");
  expect(reference("all of them").pronoun).toBe("many");
  expect(reference("that letter").pronoun).toBeUndefined();
});

test("names, with what tells them apart", () => {
  expect(reference("the milk thing").words).toEqual(["milk"]);
  expect(reference("Friday's dentist")).toMatchObject({ words: ["dentist"], span: { day: "2026-11-27" } });
  expect(reference("everything in errands")).toMatchObject({ all: true, list: "errands", words: [] });
  expect(reference("everything overdue")).toMatchObject({ all: true, view: "overdue" });
  expect(reference("the books and the stamps").parts).toHaveLength(2);
});

test("at what time of the day", () => {
  expect(reference("my morning alarms")).toMatchObject({ all: true, hours: { from: "00:00", to: "11:59" } });
  expect(reference("the 5pm call")).toMatchObject({ words: ["cal"], hours: { from: "17:00", to: "17:00" } });
  expect(reference("the meeting that I have set").phrase).toBe("meeting");
  expect(reference("tomorrow's tasks").hours).toBeUndefined();
});

test("everything is never meant by a word that may be anything's", () => {
  expect(reference("notifications")).toMatchObject({ all: false, words: ["notification"] });
  expect(reference("my data").all).toBe(false);
  expect(reference("all data from my calendar")).toMatchObject({ all: true, words: [] });
});

test("all but some", () => {
  expect(reference("all of them except the stamps")).toMatchObject({ pronoun: "many", except: { words: ["stamp"] } });
});
