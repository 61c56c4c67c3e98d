import { type Context, describeDue } from "./calendar";
import * as dates from "./dates";
import * as repetition from "./repetition";

export type Priority = "none" | "low" | "medium" | "high";

/** A stretch of the line that was understood: [start, end) in UTF-16 units, and what it means in words. */
export type Mark = {
  start: number;
  end: number;
  kind: "date" | "repeat" | "tag" | "priority";
  text: string;
  label: string;
};

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

export type Options = {
  /** Stretches that the user said are only words. */
  dismissed?: Array<{ start: number; end: number }>;
  /** Names of existing tags, so that "#two words" can be known as one. */
  tags?: string[];
};

type Reading = Mark & Partial<Omit<QuickAdd, "marks" | "title" | "tags">> & { tag?: string };

/**
 * A line as a task: "Call mum tomorrow 5pm #family !high". What is understood is taken out of the title; what stands in quotes
 * is left alone, and a title never becomes empty. The first date counts, later ones stay words.
 */
export function read(text: string, context: Context, options: Options = {}): QuickAdd {
  const closed = [...quotes(text), ...(options.dismissed ?? [])];
  const readings = [...readTags(text, options.tags ?? []), ...readPriorities(text)];
  const open = (mark: { start: number; end: number }) =>
    !closed.some((part) => mark.start < part.end && part.start < mark.end);
  const shielded = shield(text, [...closed, ...readings]);
  const marks = [...readings, ...readDates(shielded, text, context)].filter(open).sort((a, b) => a.start - b.start);
  const kept = marks.filter(
    (mark, at) => mark.kind === "tag" || marks.findIndex((other) => sameSlot(other, mark)) === at,
  );
  const due = kept.find((mark) => mark.kind === "date" || mark.kind === "repeat");
  return {
    title: titleOf(text, kept),
    dueDate: due?.dueDate ?? null,
    dueTime: due?.dueTime ?? null,
    repeat: due?.repeat ?? null,
    repeatFrom: due?.repeatFrom ?? "due",
    priority: kept.find((mark) => mark.priority)?.priority ?? "none",
    tags: [...new Map(kept.flatMap(({ tag }) => (tag ? [[tag.toLowerCase(), tag] as const] : []))).values()],
    marks: kept.map(({ start, end, kind, text, label }) => ({ start, end, kind, text, label })),
  };
}

const BULLET = /^([ \t]*)(?:[-*+•◦‣–]|\d{1,3}[.)])?[ \t]*(?:\[([ xX✓]?)\]|([☐☑☒✓✔✅]))?[ \t]+(?=\S)|^([ \t]*)/u;

/**
 * Pasted text as one entry a line: bullets, numbers and checkboxes stripped, blank lines dropped, depth from the indentation
 * (0 at the outermost, never more than one deeper than the line above).
 */
export function lines(text: string): Array<{ text: string; depth: number; done: boolean }> {
  const indents: number[] = [];
  return text.split(/\r\n|[\n\r\u2028\u2029]/).flatMap((line) => {
    if (line.trim() === "") return [];
    const bullet = BULLET.exec(line);
    const words = line.slice(bullet?.[0].length ?? 0).trim();
    const indent = (/^[ \t]*/.exec(line)?.[0] ?? "").replace(/\t/g, "    ").length;
    while (indents.length > 0 && (indents.at(-1) ?? 0) >= indent) indents.pop();
    indents.push(indent);
    const done = /[xX✓]/.test(bullet?.[2] ?? "") || /[☑☒✓✔✅]/u.test(bullet?.[3] ?? "");
    return [{ text: words, depth: indents.length - 1, done }];
  });
}

function readDates(shielded: string, text: string, context: Context): Reading[] {
  return dates.read(shielded, context, { bare: false }).map((span) => {
    const due = { dueDate: span.day, dueTime: span.time };
    const words = span.repeat ? `${repetition.describe(span.repeat, span.repeatFrom)}, ` : "";
    const kind = span.repeat ? "repeat" : "date";
    const label = words + describeDue(due, context);
    return {
      start: span.start,
      end: span.end,
      text: text.slice(span.start, span.end),
      kind,
      label,
      ...due,
      repeat: span.repeat,
      repeatFrom: span.repeatFrom,
    };
  });
}

const PRIORITY = /(?<!\S)(?:!(high|medium|low|1|2|3)|(!{1,3})|p([1-3]))(?!\S)/giu;
const LEVELS: Record<string, Priority> = {
  high: "high",
  medium: "medium",
  low: "low",
  "1": "high",
  "2": "medium",
  "3": "low",
  "!!!": "high",
  "!!": "medium",
  "!": "low",
};

function readPriorities(text: string): Reading[] {
  return [...text.matchAll(PRIORITY)].flatMap((match) => {
    const priority = LEVELS[(match[1] ?? match[2] ?? match[3] ?? "").toLowerCase()];
    if (!priority) return [];
    return [
      {
        ...markOf(match),
        kind: "priority" as const,
        label: `${priority[0]?.toUpperCase()}${priority.slice(1)}`,
        priority,
      },
    ];
  });
}

const TAG = /(?<![^\s(])#([\p{L}\p{N}\p{M}_\-/]*[\p{L}\p{M}_][\p{L}\p{N}\p{M}_\-/]*)/gu;

function readTags(text: string, existing: string[]): Reading[] {
  const longestFirst = [...existing].sort((a, b) => b.length - a.length);
  return [...text.matchAll(TAG)].map((match) => {
    const rest = text.slice(match.index + 1);
    const known = longestFirst.find(
      (name) => rest.toLowerCase().startsWith(name.toLowerCase()) && !/^[\p{L}\p{N}_]/u.test(rest.slice(name.length)),
    );
    const tag = (known && known.length >= (match[1] ?? "").length ? known : match[1]) ?? "";
    const end = match.index + 1 + tag.length;
    return { start: match.index, end, text: text.slice(match.index, end), kind: "tag" as const, label: tag, tag };
  });
}

// Double quotes of any hand; a single one is an apostrophe too often.
function quotes(text: string) {
  return [...text.matchAll(/"[^"]*"|“[^”]*”|«[^»]*»|„[^“”]*[“”]/g)].map(markOf);
}

// Blanked out with a character that belongs to no date, so that offsets stay and no reading crosses it.
function shield(text: string, parts: Array<{ start: number; end: number }>) {
  return parts.reduce(
    (rest, { start, end }) => rest.slice(0, start) + "\u0001".repeat(end - start) + rest.slice(end),
    text,
  );
}

function titleOf(text: string, marks: Mark[]) {
  const edges = [0, ...marks.flatMap(({ start, end }) => [start, end]), text.length];
  const pieces = edges.flatMap((edge, at) => (at % 2 === 0 ? [text.slice(edge, edges[at + 1]).trim()] : []));
  return pieces.filter((piece) => piece !== "").join(" ") || text.trim();
}

function sameSlot(a: Mark, b: Mark) {
  const slot = (mark: Mark) => (mark.kind === "repeat" ? "date" : mark.kind);
  return slot(a) === slot(b);
}

function markOf(match: RegExpExecArray) {
  return { start: match.index, end: match.index + match[0].length, text: match[0] };
}
