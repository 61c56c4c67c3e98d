import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";

/** Days of the next decades and the last ones. */
export const days = fc
  .integer({ min: 0, max: 20_000 })
  .map((away) => Temporal.PlainDate.from("2000-01-01").add({ days: away }).toString());

export const interval = fc.integer({ min: 1, max: 12 });
export const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 });

/** How many days lie from one to another. */
export const away = (from: string, to: string) => Temporal.PlainDate.from(from).until(to, { largestUnit: "day" }).days;

export const later = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString();
