import { expect, test } from "vitest";
import { longDay } from "@/components/tasks/long-day";
import { dayHeading } from "@/components/tasks/sections";
import { describeDay, describeDue } from "@/language/calendar";

test.each(["en-GB", "en-US", "en-CA", "en-AU", "en-IN", "en-PH", "de-DE", "fr-FR", "es-MX", "pt-BR", "nl-NL"])(
  "in %s a heading and a row write day and month in one order",
  (locale) => {
    const clock = { now: new Date("2026-11-10T09:00:00Z"), timeZone: "UTC", locale };
    const day = "2026-11-30";
    const orders = [
      longDay(day, clock),
      dayHeading(day, clock),
      describeDay(day, clock),
      describeDue({ dueDate: day, dueTime: "17:00" }, clock),
    ].map((text) => text.toLowerCase().indexOf("nov") < text.indexOf("30"));
    expect(orders).toEqual(orders.map(() => locale === "en-US" || locale === "en-CA" || locale === "en-PH"));
  },
);
