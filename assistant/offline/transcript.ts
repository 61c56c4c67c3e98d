import type { LanguageModelV4Message, LanguageModelV4Prompt, LanguageModelV4ToolResultPart } from "@ai-sdk/provider";
import { Temporal } from "temporal-polyfill";
import type { Context } from "@/language/calendar";
import * as results from "./results";

/** A call that was made and what came of it. */
export type Step = { tool: string; result: results.Result };

/** One question, the steps taken about it so far, and what was said to it. */
export type Turn = { said: string; steps: Step[]; replied: string };

/** A conversation as turns, oldest first, and when and where it is now. */
export type Transcript = { turns: Turn[]; context: Context };

// "It" never means anything further back than this.
const RECENT = 12;

/** Takes a prompt apart. Calls that have no result (yet) are no steps. */
export function transcribe(prompt: LanguageModelV4Prompt): Transcript {
  const outcomes = outcomesIn(prompt);
  const turns: Turn[] = [];
  for (const message of prompt) {
    if (message.role === "user") turns.push({ said: textOf(message), steps: [], replied: "" });
    const turn = turns.at(-1);
    if (!turn || message.role === "user") continue;
    if (message.role !== "assistant") continue;
    turn.replied += textOf(message);
    turn.steps.push(...stepsOf(message, outcomes));
  }
  return { turns: turns.slice(-RECENT), context: contextOf(prompt) };
}

function textOf({ content }: LanguageModelV4Message): string {
  if (typeof content === "string") return content;
  return content.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n");
}

// Results come in the order in which they were there, an approved call's last: they are found by the call, not by place.
function outcomesIn(prompt: LanguageModelV4Prompt): Map<string, LanguageModelV4ToolResultPart["output"]> {
  const parts = prompt.flatMap(({ content }): LanguageModelV4ToolResultPart[] =>
    typeof content === "string" ? [] : content.filter((part) => part.type === "tool-result"),
  );
  return new Map(parts.map(({ toolCallId, output }) => [toolCallId, output]));
}

function stepsOf({ content }: LanguageModelV4Message, outcomes: ReturnType<typeof outcomesIn>): Step[] {
  if (typeof content === "string") return [];
  return content.flatMap((part) => {
    const output = part.type === "tool-call" && outcomes.get(part.toolCallId);
    return output ? [{ tool: part.toolName, result: results.read(output) }] : [];
  });
}

const NOW = /^Now: (\d{4}-\d\d-\d\d)T(\d\d:\d\d) (\S+) week-start=([0-6]) locale=(\S+)$/m;

/** The user's now, from the line of the instructions that is there for it; this machine's where there is none. */
function contextOf(prompt: LanguageModelV4Prompt): Context {
  const system = prompt.flatMap((message) => (message.role === "system" ? [message.content] : [])).join("\n");
  const [, day, time, timeZone = "UTC", weekStart, locale = "en-GB"] = NOW.exec(system) ?? [];
  if (!day) return { now: new Date(), timeZone };
  const clock = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone);
  return { now: new Date(clock.epochMilliseconds), timeZone, weekStart: weekOf(Number(weekStart)), locale };
}

function weekOf(day: number): Context["weekStart"] {
  return ([0, 1, 2, 3, 4, 5, 6] as const).find((each) => each === day);
}
