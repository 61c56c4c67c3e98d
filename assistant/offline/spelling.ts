/** Words that decide what a sentence asks for and are long enough to be known with a slip in them. */
const KNOWN = new Set(
  `delete remove erase cancel complete completed finish finished restore recover reopen undo undelete rename
  reschedule postpone schedule remind reminder reminders reminded remember calendar shopping grocery groceries
  appointment appointments meeting meetings priority overdue tomorrow tonight yesterday weekend monday tuesday
  wednesday thursday friday saturday sunday january february september october november december
  please everything change changed create include shopping birthday errands chores finished description schedule`.split(
    /\s+/,
  ),
);

// Real words that are one slip away from a known one.
const REAL = new Set(
  `deletes removes removed remover moved erased erases cancels cancelled canceled completes finishes restored restores
  reopened renamed reminds remembered schedules scheduled scheduler calendars priorities changes charge chance chances
  created creates crate included includes birthdays described meeting meaning seating mending heating beating greeting
  grocer shipping chopping stopping dropping hopping mopping sopping topping whopping popping swapping remained
  remainder remainders rescheduled postponed postpones weekends mondays tuesdays wednesdays thursdays fridays saturdays
  sundays appointed recovery recovers recovered pleased pleases restorer tomorrows finisher errand errant chore chorus
  competed compete complete remade reminding undone unto creature creation orders cancer canvas`.split(/\s+/),
);

const byFirst = new Map<string, string[]>();
for (const word of KNOWN) byFirst.set(word.charAt(0), [...(byFirst.get(word.charAt(0)) ?? []), word]);

/**
 * A word with one slip mended (a letter left out, put in, swapped or changed, the first excepted) where that makes it a word
 * of the assistant's own grammar; any other word as it is. Titles are never taken from it.
 */
export function correct(word: string): string {
  if (word.length < 5 || word.length > 13 || KNOWN.has(word) || REAL.has(word) || REAL.has(`${word}s`)) return word;
  return byFirst.get(word.charAt(0))?.find((known) => oneSlip(word, known)) ?? word;
}

const VERBS = [
  "move",
  "mark",
  "show",
  "list",
  "push",
  "find",
  "clear",
  "check",
  "change",
  "complete",
  "rename",
  "delete",
];

/** The verb that a command's first word is a slip of, letters swapped or one missing; any other word as it is. */
export function correctVerb(word: string): string {
  if (word === "ad") return "add";
  const gerund =
    /^(?:(add|mark|check|remind|show|clear|tick|cross|tell|list)|(put|set)t|(delet|mov|remov|complet|chang|renam|mak|tak|reschedul|schedul|creat|writ|giv|eras))ing$/.exec(
      word,
    );
  if (gerund) return gerund[1] ?? gerund[2] ?? `${gerund[3]}e`;
  return VERBS.find((verb) => word !== verb && word.length === verb.length && isSwap(word, verb)) ?? word;
}

function isSwap(a: string, b: string) {
  return oneSlip(a, b) && [...a].sort().join("") === [...b].sort().join("");
}

/** Whether one insertion, deletion, replacement or swap of neighbours turns `a` into `b` (Damerau, CACM 1964). */
export function oneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - from && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const [left, right] = [a.slice(from, a.length - tail), b.slice(from, b.length - tail)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
