import { readFileSync } from "node:fs";
import { readMessage } from "@/assistant/offline/message";
import { type Deed, deedsOf } from "./deeds";
import { play } from "./play";

type Row = { text: string; intent: string };

const WRITES: Deed[] = ["add", "change", "complete", "delete"];
// The set says only whether a list is read or written to; which write it is, the words say.
const RIGHT: Record<string, Deed[]> = {
  todo_list: ["show"],
  reminder: ["show"],
  shopping_list: ["show"],
  calendar: ["show"],
  todo_list_update: WRITES,
  reminder_update: WRITES,
  shopping_list_update: WRITES,
  calendar_update: WRITES,
};
const SILENT = new Set(["oos", "yes", "no", "maybe", "repeat"]);
const CONTEXT = {
  now: new Date("2019-02-12T09:00:00Z"),
  timeZone: "America/New_York",
  weekStart: 1,
  locale: "en-US",
} as const;

/** CLINC150: whether task utterances lead to the right kind of act, and whether all others leave the list alone. */
export async function clinc(file: string): Promise<void> {
  const rows = readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line): Row => JSON.parse(line));
  const tally = new Map<string, { all: number; missed: string[] }>();
  for (const { text, intent } of rows) {
    const right = RIGHT[intent];
    if (!right) continue;
    const score = tally.get(intent) ?? { all: 0, missed: [] };
    tally.set(intent, score);
    score.all++;
    const deeds = deedsOf(readMessage(text, CONTEXT));
    if (!deeds.some((deed) => right.includes(deed))) score.missed.push(`  ${text} → ${deeds.join(", ")}`);
  }
  let [right, all] = [0, 0];
  for (const [intent, score] of tally) {
    right += score.all - score.missed.length;
    all += score.all;
    console.log([`${intent}: ${score.all - score.missed.length}/${score.all}`, ...score.missed].join("\n"));
  }
  console.log(`clinc150, right kind of act: ${right}/${all} = ${((100 * right) / all).toFixed(1)} %`);

  const silent = rows.filter(({ intent }) => SILENT.has(intent));
  const written: string[] = [];
  for (const { text, intent } of silent) {
    const { before, after } = await play({ say: [text], want: {} });
    if (JSON.stringify(before) !== JSON.stringify(after)) written.push(`  ${intent}: ${text}`);
  }
  console.log([`clinc150, unwanted writes: ${written.length}/${silent.length}`, ...written].join("\n"));
}
