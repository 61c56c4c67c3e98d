import "server-only";
import type { LanguageModelV4 } from "@ai-sdk/provider";
import { isStepCount, type StopCondition, ToolLoopAgent } from "ai";
import { policy } from "@/assistant/approvals";
import { brief } from "@/assistant/brief";
import { instructions } from "@/assistant/instructions";
import { tools } from "@/assistant/tools";
import type { Turn } from "@/assistant/tools/turn";

/** What one turn may take: model calls, tokens in and out over all of them, tokens of one answer, milliseconds. */
export const limits = { steps: 12, tokens: 200_000, answer: 8_000, totalMs: 120_000, silenceMs: 60_000 };

/** The assistant, for one turn: the model that answers, with the tools that are closed over the turn. */
export function agent(turn: Turn, model: LanguageModelV4) {
  const set = tools(turn);
  const spent: StopCondition<typeof set> = ({ steps }) =>
    steps.reduce((sum, { usage }) => sum + (usage.totalTokens ?? 0), 0) >= limits.tokens;
  return new ToolLoopAgent({
    model,
    instructions: instructions(
      turn.context,
      turn.orphans.map((orphan) => JSON.stringify(brief(orphan).value)),
    ),
    tools: set,
    // One after another, in the order that the model wrote them: what a call reads, the one before has written.
    toolCallConcurrency: 1,
    toolApproval: ({ toolCall }) => policy(turn, toolCall),
    stopWhen: [isStepCount(limits.steps), spent, () => turn.isStopped],
    maxOutputTokens: limits.answer,
    maxRetries: 1,
    timeout: { totalMs: limits.totalMs, firstChunkMs: limits.silenceMs, chunkMs: limits.silenceMs },
  });
}
