import { z } from "zod";

/** Text is counted in characters (code points) as Postgres counts it, not in UTF-16 units. */
const length = (value: string) => [...value].length;

/** Postgres keeps no NUL, and UTF-8 has no way to write half of a surrogate pair. */
const clean = z
  .string()
  .refine((value) => !value.includes("\0"), "Take out the NUL character: it cannot be kept.")
  .refine(
    (value) => !/\p{Surrogate}/u.test(value),
    "Take out the broken character (an unpaired surrogate): it cannot be kept.",
  );

/** Text of at most `max` characters, kept as it was written. */
export const prose = (max: number) =>
  clean
    .refine((value) => length(value) <= max, `Keep it to ${max.toLocaleString("en")} characters.`)
    .meta({ maxLength: max });

/** A line of 1 to `max` characters after trimming. */
export const line = (max: number) =>
  clean
    .trim()
    .refine((value) => value !== "", "Write something here.")
    .refine((value) => length(value) <= max, `Keep it to ${max.toLocaleString("en")} characters.`)
    .meta({ minLength: 1, maxLength: max });

/** A row's id. A string that is none of them is treated by doors as an id that was not found. */
export const id = z.guid("This is not an id.").toLowerCase();

/** A day of the calendar, "YYYY-MM-DD", years 1 to 9999. */
export const day = z.iso
  .date("Write a day of the calendar as YYYY-MM-DD.")
  .refine((value) => !value.startsWith("0000"), "There is no year 0.");

/** A wall time, "HH:MM". */
export const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "Write a time as HH:MM, 00:00 to 23:59.");

/** "#RRGGBB". */
export const color = z.string().regex(/^#[0-9a-f]{6}$/i, "Write a colour as #RRGGBB.");

/** The version of a row that the caller read; as far as Postgres counts. */
export const version = z.int32().positive();

/** How many rows a page holds; a string comes from an address. */
export const limit = z.coerce.number().int().min(1).max(200).default(50);

export const one = z.strictObject({ id });
export const many = z.strictObject({ ids: z.array(id).min(1).max(500) });

/** A rule that only the database could check was broken: the field, and what to tell the person. Nothing was written. */
export type Refused = { refused: Array<{ path: string; message: string }> };
