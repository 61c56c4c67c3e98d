import { LONG, MARK, withoutApostrophes, withoutPossessives } from "./quotation-marks";

/** Where in a message another person's words may stand: quotations, quoted lines, and what is pasted as code. */

const BREAK = /[\n\r\u2028\u2029]/;
/** Lines that Markdown quotes, in lists too. */
const QUOTED_LINE = /^[^\S\n\r\u2028\u2029]*(?:(?:[-*+•]|\d{1,9}[.)])[^\S\n\r\u2028\u2029]+)*[>＞].*$/gmu;
const INDENTED_LINE = /^(?: {4}|\t).*$/gmu;
const INCHES = /\p{N}$/u;

type Mark = { start: number; end: number; sign: string; before: string; after: string };

function marks(message: string): Mark[] {
  const text = withoutPossessives(message);
  return [...text.matchAll(MARK)].map(({ index: start, 0: sign }) => {
    const end = start + sign.length;
    return { start, end, sign, before: text.slice(Math.max(start - 2, 0), start), after: text.slice(end, end + 2) };
  });
}

const blank = (text: string) => " ".repeat(text.length);
const isCode = ({ sign }: Mark) => /^[`~]/.test(sign);
const closes = (last: Mark, first: Mark) => !(isCode(first) || isCode(last)) || last.sign.startsWith(first.sign);

/**
 * What of a message is the user's own for certain: what stands before its first quotation mark and after its last one, without quoted
 * and indented lines. Undefined where its marks don’t pair up, so it can’t be told.
 */
export function ownWords(message: string): string | undefined {
  const own = message.replace(QUOTED_LINE, blank).replace(INDENTED_LINE, blank);
  const all = marks(message);
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) return own;
  const isOdd =
    all.length % 2 > 0 ||
    all.some(({ before }, at) => at % 2 === 0 && INCHES.test(before)) ||
    /\p{L}$/u.test(first.before) ||
    /^\p{L}/u.test(last.after) ||
    !closes(last, first);
  return isOdd ? undefined : `${own.slice(0, first.start)} ${own.slice(last.end)}`;
}

type Block = { start: number; end: number };

/**
 * A message without what is quoted in it as a block: quoted lines, fenced code, quotations of several lines.
 * @param taken is told the line before each of the first blocks, and the block's own lines; what it makes of both stays instead.
 */
export function withoutBlocks(message: string, taken: (before: string, lines: string[]) => string | undefined): string {
  let rest = "";
  let at = 0;
  for (const [nth, { start, end }] of blocks(message).entries()) {
    if (start < at) continue;
    rest += message.slice(at, start);
    const lead = rest.trimEnd();
    const before = lead.slice(-LEAD).split(BREAK).at(-1) ?? "";
    const instead = nth < MOST ? taken(before, linesOf(message.slice(start, end))) : undefined;
    rest = instead === undefined ? `${rest} ` : lead.slice(0, lead.length - before.length) + instead;
    at = end;
  }
  return rest + message.slice(at);
}

/** So many blocks are looked at, and so much of the line before each: a message of a thousand would take long. */
const MOST = 30;
const LEAD = 400;

/** What the lines of a block say, without the signs of a quotation or a list. */
function linesOf(block: string): string[] {
  return block
    .split(BREAK)
    .map((line) =>
      line
        .replace(SIGNS, "")
        .trimEnd()
        .replace(/["”“»]{1,3}$/, "")
        .trimEnd(),
    )
    .filter((line) => line !== "");
}
const SIGNS = /^\s*(?:(?:`{3,}|~{3,}).*$|[>＞"“„«\s]*(?:(?:[-*+•]|\d{1,9}[.)])\s+)?)/u;

function blocks(message: string): Block[] {
  const found = quotations(message.replace(QUOTED_LINE, blank));
  let last: Block | undefined;
  for (const { index: start, 0: line } of message.matchAll(QUOTED_LINE)) {
    const end = start + line.length;
    if (last && /^\s*$/.test(message.slice(last.end, start))) last.end = end;
    else {
      last = { start, end };
      found.push(last);
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

function quotations(message: string): Block[] {
  return [...withoutApostrophes(message).matchAll(LONG)]
    .map(({ index: start, 0: { length } }) => ({ start, end: start + length }))
    .filter(({ start, end }) => BREAK.test(message.slice(start, end)));
}
