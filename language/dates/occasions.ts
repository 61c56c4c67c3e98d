import type { Half } from "./period";

// What is never done in the other half of the day; "party" or "run" may be either's.
const OF_MORNING = /\b(?:breakfast|brunch|wak(?:e|es|ing)|alarm|get(?:ting)? up|sunrise|morning)\b/i;
const OF_EVENING =
  /\b(?:dinner|supper|drinks|pub|concert|gig|movies?|cinema|theat(?:re|er)|bedtime|(?:to|in) bed|table for|evening|night|tonight)\b/i;

/** The half of the day that what a text speaks of belongs to: "dinner with Tom" is in the evening, "wake up" in the morning. */
export function halfOf(text: string): Half | undefined {
  const [morning, evening] = [OF_MORNING.test(text), OF_EVENING.test(text)];
  if (morning === evening) return undefined;
  return morning ? "morning" : "evening";
}
