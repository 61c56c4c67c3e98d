import { z } from "zod";
import { cleanLine, cleanProse, isBlank, lengthOf } from "@/language/text";

/** Postgres keeps no NUL, and UTF-8 has no way to write half of a surrogate pair: what has them is damaged. */
const wellFormed = z
  .string()
  .refine((value) => !value.includes("\0"), "Remove the NUL character. It can’t be saved.")
  .refine(
    (value) => !/\p{Surrogate}/u.test(value),
    "Remove the broken character (an unpaired surrogate). It can’t be saved.",
  );

const upTo = (max: number) => (value: string) => lengthOf(value) <= max;
const keepTo = (max: number) => `Keep it to ${max.toLocaleString("en")} characters.`;

/** Text of at most `max` code points, kept as it was written but for invisible controls (`cleanProse`). */
export const prose = (max: number) =>
  wellFormed.overwrite(cleanProse).refine(upTo(max), keepTo(max)).meta({ maxLength: max });

/** A line of 1 to `max` code points that shows something, kept as it was written but for the space around it (`cleanLine`). */
export const line = (max: number) =>
  wellFormed
    .overwrite(cleanLine)
    .refine((value) => value !== "", "Enter something here.")
    .refine((value) => value === "" || !isBlank(value), "Enter at least one visible character.")
    .refine(upTo(max), keepTo(max))
    .meta({ minLength: 1, maxLength: max });

/** A row's id. A string that is none of them is treated by doors as an id that was not found. */
export const id = z.guid("This isn’t a valid id.").toLowerCase();

/** A day of the calendar, "YYYY-MM-DD", years 1 to 9999. */
export const day = z.iso
  .date("Enter a date as YYYY-MM-DD.")
  .refine((value) => !value.startsWith("0000"), "There’s no year 0.");

/** A wall time, "HH:MM". */
export const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "Enter a time as HH:MM, from 00:00 to 23:59.");

/** "#RRGGBB". */
export const color = z.string().regex(/^#[0-9a-f]{6}$/i, "Enter a colour as #RRGGBB.");

/** The version of a row that the caller read; as far as Postgres counts. */
export const version = z.int32().positive();

/** How many rows a page holds; a string comes from an address. */
export const limit = z.coerce.number().int().min(1).max(200).default(50);

/** How many rows one act may change, and how many a preview of it shows. */
export const MOST_ROWS = 5_000;

export const one = z.strictObject({ id });
export const many = z.strictObject({ ids: z.array(id).min(1).max(500) });

/**
 * A rule that only the database could check was broken: the field, what to tell the person, and the `id` that names nothing where that
 * is why. Nothing was written.
 */
export type Refused = { refused: Array<{ path: string; message: string; id?: string }> };
