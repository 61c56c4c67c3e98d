import { type Context, describeDue, today } from "./calendar";
import type * as dates from "./dates";
import { halfOf } from "./dates/occasions";
import * as due from "./due";
import type { Mark, Priority, Stretch } from "./quick-add/mark";
import { readNoDate } from "./quick-add/no-date";
import { readPriorities } from "./quick-add/priorities";
import { isSeparator, readSigns } from "./quick-add/signs";
import * as repetition from "./repetition";
import { nameKey } from "./text";

export { lines } from "./quick-add/lines";
export type { Mark, Priority } from "./quick-add/mark";
export { isNoDate } from "./quick-add/no-date";

export type QuickAdd = {
  title: string;
  dueDate: string | null;
  dueTime: string | null;
  repeat: string | null;
  repeatFrom: "due" | "completion";
  priority: Priority;
  tags: string[];
  marks: Mark[];
};

type Options = {
  /** Stretches that the user said are only words. */
  dismissed?: Stretch[];
  /** Names of existing tags: "#two words" is known as one, and what is written otherwise gets their spelling. */
  tags?: string[];
};

/**
 * A line as a task: "Call mum tomorrow 5pm #family !high". What is understood is taken out of the title, which never becomes
 * empty; what stands in quotes is left alone. Of several days, times, repetitions or priorities the first counts and the
 * others stay words, but a day and a time may stand apart: "tomorrow call mum at 5".
 */
export function read(text: string, context: Context, options: Options = {}): QuickAdd {
  const found = readSigns(text, options.tags ?? []);
  const closed = [...found.quotes, ...(options.dismissed ?? [])];
  const isOpen = (stretch: Stretch) => !closed.some((part) => stretch.start < part.end && part.start < stretch.end);
  const tags = found.tags.filter(isOpen);
  const priority = readPriorities(text).find(isOpen);
  const signs = [...tags, ...(priority ? [priority] : [])];
  const shielded = shield(text, [...closed, ...signs]);
  const { spans, ...when } = readDue(shielded, context);
  const none = spans.length === 0 ? readNoDate(shielded) : undefined;
  const marks = [
    ...signs.map(plain),
    ...spans.map((span) => markOf(span, text, when, context)),
    ...(none ? [{ ...none, text: text.slice(none.start, none.end), kind: "date" as const, label: NO_DATE }] : []),
  ];
  marks.sort((a, b) => a.start - b.start);
  return {
    title: titleOf(text, marks),
    ...when,
    priority: priority?.priority ?? "none",
    tags: [...new Map(tags.map(({ tag }) => [nameKey(tag), tag])).values()],
    marks,
  };
}

const NO_DATE = "No date";

/** Whether a line says that it has no due day ("someday"), so that a page's default does not apply. */
export function saysNoDate({ dueDate, marks }: QuickAdd): boolean {
  return dueDate === null && marks.some(({ kind }) => kind === "date");
}

type Due = Pick<QuickAdd, "dueDate" | "dueTime" | "repeat" | "repeatFrom">;

function readDue(text: string, context: Context): Due & { spans: dates.Span[] } {
  const half = halfOf(text);
  const spans = due.read(text, context, { bare: false, half }).filter((span) => canBeDue(span, context));
  const { day, time, ...rest } = due.combine(spans, context, half);
  return { dueDate: day, dueTime: time, ...rest };
}

// Nothing falls due in some year or other, in a week gone by, or "since Friday".
function canBeDue({ day, grain, text }: dates.Span, context: Context) {
  if (!day || grain === "year") return false;
  return day >= today(context) || (grain === "day" && !/^(?:from|since|after)\b/i.test(text));
}

function markOf(span: dates.Span, text: string, due: Due, context: Context): Mark {
  const words = span.repeat && due.repeat ? `${repetition.describe(due.repeat, context, due.repeatFrom)}, ` : "";
  const { start, end } = span;
  const kind = span.repeat ? "repeat" : "date";
  return { start, end, text: text.slice(start, end), kind, label: words + describeDue(due, context) };
}

function plain({ start, end, kind, text, label }: Mark): Mark {
  return { start, end, kind, text, label };
}

// Blanked out with a character that belongs to no date, so that offsets stay and no reading crosses it.
function shield(text: string, parts: Stretch[]) {
  return parts.reduce(
    (rest, { start, end }) => rest.slice(0, start) + "\u0001".repeat(end - start) + rest.slice(end),
    text,
  );
}

function titleOf(text: string, marks: Mark[]) {
  if (marks.length === 0) return text.trim();
  const edges = [0, ...marks.flatMap(({ start, end }) => [start, end]), text.length];
  const pieces = edges.flatMap((edge, at) => (at % 2 === 0 ? [text.slice(edge, edges[at + 1])] : [])).map(inTitle);
  return trimSigns(pieces.reduce(joinPieces).trim()) || text.trim();

  // Of "#launch,#website" the comma goes too.
  function inTitle(piece: string, at: number) {
    const between = marks[at - 1]?.kind === "tag" && marks[at]?.kind === "tag";
    return between && isSeparator(piece) ? "" : piece;
  }
}

// What a mark leaves behind closes up: "rent tomorrow, call", "milk (today)", "[today] milk". A sign that stood apart stays so.
function joinPieces(before: string, after: string) {
  const [left, right] = [before.trimEnd(), after.trimStart()];
  if (/[([{]$/.test(left) && /^[)\]}]/.test(right)) return `${left.slice(0, -1).trimEnd()}${right.slice(1)}`;
  return left === "" || right === "" || /^[,.;:!?)]/.test(after) ? left + right : `${left} ${right}`;
}

function trimSigns(title: string) {
  let [start, end] = [0, title.length];
  while (/[\s,;:–-]/.test(title.charAt(start))) start++;
  while (end > start && /[\s,;:–-]/.test(title.charAt(end - 1))) end--;
  return title.slice(start, end);
}
