import fc from "fast-check";
import { expect, test } from "vitest";
import { withDue, withPriority, withTag } from "@/components/tasks/line-words";
import * as quickAdd from "@/language/quick-add";

const clock = { now: new Date("2026-11-30T09:00:00Z"), timeZone: "UTC", locale: "en-GB" };
const read = (text: string, locale = "en-GB") => ({
  text,
  ...quickAdd.read(text, { ...clock, locale }, { tags: ["home", "errands"] }),
});

const titles = fc.constantFrom("Call mum", "Print pages 3", "Buy stamps (blue)", "7", "", "Read chapter 4 of the book");
const days = fc
  .date({ min: new Date("2026-11-01"), max: new Date("2029-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const times = fc.option(fc.constantFrom("00:15", "09:00", "12:00", "17:30", "23:59"));

const locales = fc.constantFrom("en-GB", "en-US", "ja");

test("whatever day and time are picked, the line reads them, and its title stays", () => {
  fc.assert(
    fc.property(titles, days, times, locales, (title, dueDate, dueTime, locale) => {
      const line = read(withDue(read(title), { dueDate, dueTime }, { ...clock, locale }), locale);
      expect(line).toMatchObject({ dueDate, dueTime: dueDate < "2026-11-30" ? null : dueTime });
      if (title) expect(line.title).toBe(title);
      const other = read(withDue(line, { dueDate: "2026-12-04", dueTime: "15:00" }, clock));
      expect(other).toMatchObject({ dueDate: "2026-12-04", dueTime: "15:00" });
      expect(other.text.match(/ on /g)?.length ?? 0).toBeLessThanOrEqual(1);
    }),
  );
});

test.each(["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "FREQ=WEEKLY;BYDAY=FR", "FREQ=MONTHLY;BYMONTHDAY=4"])(
  "a repetition that is picked is read from the line: %s",
  (repeat) => {
    const line = read(
      withDue(read("Water the ferns tomorrow"), { repeat, repeatFrom: "due", dueTime: "09:00" }, clock),
    );
    expect(line).toMatchObject({ title: "Water the ferns", repeat, dueTime: "09:00" });
  },
);

test("a priority takes the place of another, and goes with none", () => {
  const line = read("Pay the rent !low tomorrow");
  expect(withPriority(line, "high")).toBe("Pay the rent tomorrow !high");
  expect(withPriority(line, "none")).toBe("Pay the rent tomorrow");
  expect(read(withPriority(line, "high"))).toMatchObject({ priority: "high", title: "Pay the rent" });
});

test("tags are added one after another", () => {
  expect(withTag({ text: "Pay the rent" }, "home")).toBe("Pay the rent #home ");
  expect(read(withTag(read(withTag({ text: "Pay the rent" }, "home")), "errands")).tags).toEqual(["home", "errands"]);
  expect(withTag({ text: "Pay the rent" })).toBe("Pay the rent #");
});
