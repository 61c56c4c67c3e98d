import { searchKey } from "@/language/text";
import { oneSlip } from "./spelling";

// Words that tell no task from another.
const EMPTY = new Set(
  `a an the my our your his her their its this that these those some any of to on in at for from with by and or i me we us
  it is are was were be been am do does did have has had get got not no so as up down out off into onto about one ones thing
  things task tasks item items to-do todo entry entries list lists event events reminder reminders please just all every
  each both everything anything due called named titled labelled labeled which who what when where how there here also
  too again still already now later new old other another more calendar schedule agenda alarm alarms set scheduled planned
  i've i'm i'd i'll it's we've we're you've they've that's stuff bit whatever remaining related regarding concerning whole entire going go line tagged tag don t s`.split(
    /\s+/,
  ),
);

// Words that people put beside a name without writing them in the title.
const SOFT = new Set(
  `appointment meeting call visit date booking session trip errand chore note thing job plan`.split(" "),
);

/** A word of a search key cut back to what its forms share: "bills", "billing" → "bill". Rough, and the same for both sides. */
function stem(word: string): string {
  const bare = word.replace(/'s?$/, "");
  if (IRREGULAR[bare]) return IRREGULAR[bare];
  if (bare.length < 4 || /^\d/.test(bare)) return bare;
  const cut = bare
    .replace(/ies$/, "y")
    .replace(/(?<=ss|sh|ch|x|z)es$/, "")
    .replace(/(?<!s|u|i)s$/, "")
    .replace(/(?<=[a-z]{3})(?:ing|ed)$/, "");
  return cut.replace(/([bdgklmnprt])\1$/, "$1").replace(/(?<=..)e$/, "");
}

const IRREGULAR: Record<string, string> = {
  bought: "buy",
  paid: "pay",
  sent: "send",
  made: "mak",
  took: "tak",
  went: "go",
  wrote: "writ",
  met: "meet",
  fed: "feed",
  cut: "cut",
  swept: "sweep",
  hung: "hang",
  drove: "driv",
  ran: "run",
  sold: "sell",
  told: "tell",
  gave: "giv",
  built: "build",
  brought: "bring",
  found: "find",
  mum: "mom",
  mam: "mom",
  bday: "birthday",
};

/** The stems of the words in a text that can tell one task from another. */
export function stems(text: string): string[] {
  const words = searchKey(text).match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}']*/gu) ?? [];
  const telling = words.filter((word) => !EMPTY.has(word)).map(stem);
  return [...new Set(telling.length > 0 ? telling : [])];
}

const weight = (word: string) => (SOFT.has(word) ? 0.3 : 1);

function likeness(a: string, b: string): number {
  if (a === b) return 1;
  if (Math.min(a.length, b.length) >= 4 && (a.startsWith(b) || b.startsWith(a))) return 0.85;
  return Math.min(a.length, b.length) >= 4 && oneSlip(a, b) ? 0.8 : 0;
}

/** How well a title answers to some stems, 0 to 1: the share of them that it holds, telling words counting most. */
export function score(wanted: string[], title: string): number {
  const held = stems(title);
  const full = wanted.reduce((sum, word) => sum + weight(word), 0);
  if (full === 0) return 0;
  const hit = wanted.reduce(
    (sum, word) => sum + weight(word) * Math.max(0, ...held.map((other) => likeness(word, other))),
    0,
  );
  return hit / full;
}

/** Whether a title holds these stems and nothing else. */
export function isWhole(wanted: string[], title: string): boolean {
  const held = stems(title);
  return held.length === wanted.length && score(wanted, title) > 0.99;
}

/** Whether two names are one but for their endings: "grocery", "groceries". */
export function alike(a: string, b: string): boolean {
  const stemmed = (name: string) =>
    searchKey(name)
      .split(/[\s_-]+/)
      .map(stem)
      .join(" ");
  return stemmed(a) === stemmed(b);
}
