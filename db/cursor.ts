import { z } from "zod";
import { day, id } from "@/db/fields";
import { isPosition } from "@/db/position";

const position = z.string().max(500).refine(isPosition);
/** With its microseconds, which a Date would drop; in a year and a zone that Postgres knows. */
const instant = z.iso.datetime({ offset: true }).regex(/^(?!0000).*(?:Z|[+-](?:0\d|1[0-5]):\d\d)$/);
const dueDay = z.union([day, z.literal("infinity")]);
const dueTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$|^24:00:00$/);

/** What the rows of a list are ordered by; a page's cursor holds these of its last row. */
const keys = {
  due: z.tuple([dueDay, dueTime, position, id]),
  priority: z.tuple([z.int().min(0).max(3), dueDay, dueTime, position, id]),
  position: z.tuple([position, id]),
  created: z.tuple([id]),
  completed: z.tuple([instant, id]),
  deleted: z.tuple([instant, id]),
  updated: z.tuple([instant, id]),
};

export type Order = keyof typeof keys;
export type Key = string | number;

/** A thing with the instant, to the microsecond, that its list is ordered by. */
export type Placed<Thing> = { thing: Thing; at: string };

/** An instant as a column of Postgres's writes it, in ISO 8601 and still to the microsecond, as a key wants it. */
export const iso = (instant: string | null): string =>
  (instant ?? "")
    .replace(" ", "T")
    .replace(/([+-]\d\d)(?::?(\d\d))?$/, (_, hours, minutes = "00") => `${hours}:${minutes}`);

/** A place in a list, as text that callers hand back without looking into it. */
export function encode(order: Order, key: Key[]): string {
  return Buffer.from(JSON.stringify([order, ...key])).toString("base64url");
}

/** The place that a cursor of this order names, or undefined when it is none of ours. */
export function decode(order: Order, cursor: string): Key[] | undefined {
  try {
    const [named, ...key] = JSON.parse(Buffer.from(cursor, "base64url").toString());
    return named === order ? keys[order].safeParse(key).data : undefined;
  } catch {
    return undefined;
  }
}

/** The place that a cursor names. @throws RangeError for one that is none of this order's. */
export function keyOf(order: Order, cursor: string): Key[] {
  const key = decode(order, cursor);
  if (!key) throw new RangeError("This cursor isn’t from this list.");
  return key;
}
