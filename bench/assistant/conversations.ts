import { quantile } from "../quantile";
import { adding } from "./adding";
import { changing } from "./changing";
import { deleting } from "./deleting";
import { filing } from "./filing";
import { finding } from "./finding";
import { judge } from "./judge";
import { play } from "./play";
import { repeating } from "./repeating";
import { speaking } from "./speaking";
import { talking } from "./talking";
import { ticking } from "./ticking";

const groups = { adding, finding, changing, ticking, deleting, filing, repeating, talking, speaking };

/** Plays all scripted conversations, or one group of them, and prints the score of each group with what went wrong. */
export async function conversations(only?: string): Promise<void> {
  let right = 0;
  let all = 0;
  const firstWords: number[] = [];
  for (const [name, group] of Object.entries(groups)) {
    if (only !== undefined && name !== only) continue;
    const misses: string[] = [];
    for (const conversation of group) {
      const played = await play(conversation);
      firstWords.push(...played.firstWords);
      const wrong = judge(conversation, played);
      if (wrong.length > 0)
        misses.push(`  ${conversation.say.join(" | ")}\n${wrong.map((one) => `      ${one}`).join("\n")}`);
    }
    right += group.length - misses.length;
    all += group.length;
    console.log([`${name}: ${group.length - misses.length}/${group.length}`, ...misses].join("\n"));
  }
  console.log(`\nconversations: ${right}/${all} = ${((100 * right) / all).toFixed(1)} %`);
  const at = (share: number) => quantile(firstWords, share).toFixed(0);
  console.log(`first word, its tools and the database included: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`);
}
