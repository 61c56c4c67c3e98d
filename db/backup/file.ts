import { Refusal } from "@/db/refusal";

const NEWLINE = 10;
/** Ends a table's rows; no row of COPY's text format looks like it, for it doubles every backslash. */
const END = Buffer.from("\\.\n");
const END_AFTER_ROWS = Buffer.from("\n\\.\n");

/** Reads what `dump` writes, piece by piece: lines, and the rows that come after a COPY line. */
export function open(source: AsyncIterable<Buffer>) {
  const chunks = source[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);

  async function more(): Promise<boolean> {
    const { value, done } = await chunks.next();
    if (!done) rest = rest.length > 0 ? Buffer.concat([rest, value]) : value;
    return !done;
  }

  return {
    /** The next line without its end; undefined after the last. */
    async line(): Promise<string | undefined> {
      for (;;) {
        const end = rest.indexOf(NEWLINE);
        if (end >= 0) {
          const line = rest.toString("utf8", 0, end);
          rest = rest.subarray(end + 1);
          return line;
        }
        if (!(await more())) return undefined;
      }
    },
    /** Whole rows in pieces as they come, up to the table's end. */
    async *rows(): AsyncGenerator<Buffer> {
      for (;;) {
        const ends = rest.subarray(0, END.length).equals(END);
        const end = ends ? 0 : rest.indexOf(END_AFTER_ROWS) + 1;
        if (ends || end > 0) {
          if (end > 0) yield rest.subarray(0, end);
          rest = rest.subarray(end + END.length);
          return;
        }
        const whole = rest.lastIndexOf(NEWLINE) + 1;
        if (whole > 0) yield rest.subarray(0, whole);
        rest = rest.subarray(whole);
        if (!(await more())) throw new Refusal("the file ends in the middle of a table.");
      }
    },
  };
}

/** Rows in a piece: COPY's text format writes one to a line, and a newline within a row as "\n". */
export function countRows(rows: Buffer): number {
  let count = 0;
  for (let at = rows.indexOf(NEWLINE); at >= 0; at = rows.indexOf(NEWLINE, at + 1)) count++;
  return count;
}
