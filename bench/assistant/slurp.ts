import { readFileSync } from "node:fs";
import { askedAbout } from "@/assistant/offline/asked";
import { readMessage } from "@/assistant/offline/message";
import { readReference } from "@/assistant/offline/reference";
import type { Request } from "@/assistant/offline/request";
import { readSlots } from "@/assistant/offline/slots";
import { readSpans, readTellingSpans } from "@/assistant/offline/times";
import { titleOf } from "@/assistant/offline/title";
import { type Deed, deedsOf } from "./deeds";

type Row = { scenario: string; intent: string; text: string; entities: Array<{ type: string; text: string }> };
type Slot = "what" | "when" | "list";

const RIGHT: Record<string, Deed[]> = {
  calendar_set: ["add", "change"],
  alarm_set: ["add", "change"],
  lists_createoradd: ["add"],
  calendar_query: ["show"],
  alarm_query: ["show"],
  lists_query: ["show"],
  calendar_remove: ["delete"],
  alarm_remove: ["delete"],
  lists_remove: ["delete", "complete"],
};
const CONTEXT = {
  now: new Date("2017-03-15T09:00:00Z"),
  timeZone: "America/New_York",
  weekStart: 1,
  locale: "en-US",
} as const;
const WHEN = new Set(["date", "time", "timeofday", "general_frequency"]);

/**
 * SLURP: whether utterances about lists, calendar and alarms lead to the right act, and how well what, when and which list are
 * found. Slots are compared by their telling words, because the set marks "saturday" where we take "next saturday"; all that
 * it marks and that is neither time nor list counts as "what". On lists the set does not mark what, so it is not compared there.
 */
export function slurp(file: string): void {
  const rows = readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line): Row => JSON.parse(line));
  const judged = rows.filter(({ intent }) => RIGHT[intent]);
  const missed: string[] = [];
  const slots = { what: [0, 0, 0], when: [0, 0, 0], list: [0, 0, 0] } satisfies Record<Slot, number[]>;
  const wrong: string[] = [];
  for (const row of judged) {
    const requests = readMessage(row.text, CONTEXT);
    const deeds = deedsOf(requests);
    if (!deeds.some((deed) => RIGHT[row.intent]?.includes(deed)))
      missed.push(`  ${row.intent}: ${row.text} → ${deeds.join(", ")}`);
    const [gold, got] = [marked(row), found(requests)];
    for (const slot of ["what", "when", "list"] as const) {
      if (slot === "what" && row.scenario === "lists") continue;
      const hit = got[slot].filter((word) => gold[slot].includes(word)).length;
      const counts = slots[slot];
      counts[0] = (counts[0] ?? 0) + hit;
      counts[1] = (counts[1] ?? 0) + got[slot].length;
      counts[2] = (counts[2] ?? 0) + gold[slot].length;
      if (hit < gold[slot].length || hit < got[slot].length)
        wrong.push(`  ${slot}: ${row.text} → ${got[slot].join(" ")}, not ${gold[slot].join(" ")}`);
    }
  }
  const right = judged.length - missed.length;
  console.log(
    [`slurp, right act: ${right}/${judged.length} = ${((100 * right) / judged.length).toFixed(1)} %`, ...missed].join(
      "\n",
    ),
  );
  const all = [0, 1, 2].map((at) => Object.values(slots).reduce((sum, counts) => sum + (counts[at] ?? 0), 0));
  for (const [slot, counts] of [...Object.entries(slots), ["all", all] as const])
    console.log(`slurp, ${slot}: F1 ${f1(counts).toFixed(3)}`);
  console.log(wrong.join("\n"));
}

function f1([hit = 0, got = 0, gold = 0]: number[]): number {
  return got + gold === 0 ? 1 : (2 * hit) / (got + gold);
}

function marked({ entities }: Row): Record<Slot, string[]> {
  const of = (fits: (type: string) => boolean) =>
    telling(
      entities
        .filter(({ type }) => fits(type))
        .map(({ text }) => text)
        .join(" "),
    );
  return {
    what: of((type) => !WHEN.has(type) && type !== "list_name" && type !== "alarm_type"),
    when: of((type) => WHEN.has(type)),
    list: of((type) => type === "list_name"),
  };
}

function found(requests: Request[]): Record<Slot, string[]> {
  const joined = { what: "", when: "", list: "" };
  for (const request of requests) {
    const { sense, body } = request;
    const adding = sense === "add" || sense === "offer";
    const slots = readSlots(body, CONTEXT, adding ? readSpans : readTellingSpans);
    const asked = sense === "show" ? askedAbout(request, CONTEXT) : readReference(body, CONTEXT);
    if (sense !== "none") joined.what += ` ${adding ? titleOf(slots.rest).text : asked.phrase}`;
    joined.when += ` ${slots.spans.map(({ text }) => text).join(" ")}`;
    joined.list += ` ${nameIn(slots)}`;
  }
  return { what: telling(joined.what), when: telling(joined.when), list: telling(joined.list) };
}

// The one list of everything has a name too when it is called by one: "my to-do list".
function nameIn({ list }: ReturnType<typeof readSlots>): string {
  return list?.name || (/\bto do\b/.test(list?.said ?? "") ? (list?.said ?? "") : "");
}

// Function words, and nouns that say no more than that something is on the list.
const EMPTY = new Set(
  `a an the my our your his her its this that these those some any all of to on in at for from with by and or up out off about
  between i me you we us it they is are was were be been am do does did have has had will would should can could need want
  what when where who which how there anything something please not no so as if because only very may everything everyone
  am pm o clock oclock next list lists calendar schedule schedules event events reminder reminders alarm alarms appointment`.split(
    /\s+/,
  ),
);

function telling(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .replace(/['’]\s?s\b/g, "")
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words.filter((word) => !EMPTY.has(word)))];
}
