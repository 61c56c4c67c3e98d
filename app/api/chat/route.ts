import { consumeStream, createUIMessageStreamResponse } from "ai";
import { RATES } from "@/app/api/chat/rates";
import { door } from "@/app/api/door";
import { only } from "@/app/api/methods";
import { notFound, PRIVATE, problem } from "@/app/api/problem";
import { input } from "@/assistant/question";
import { type Refusal, take } from "@/assistant/turn";
import * as limits from "@/db/limits";

const conflicts: Record<Exclude<Refusal, "not found" | "unanswered">, string> = {
  busy: "The assistant is still answering. Wait for it, or stop it.",
  "moved on": "The conversation has moved on. Send a new message.",
  answered: "This was already answered.",
};

/**
 * One new message, or the answer to what the assistant asked → its reply as a UI message stream. The stream is read to its
 * end here, no matter who else reads it: a closed tab stops nothing and loses nothing. `POST /api/chat/stop` stops.
 */
export const POST = door({ body: input }, async ({ user, body }) => {
  for (const { words, ...limit } of RATES) {
    const rate = await limits.take(`chat ${user.id} in ${limit.seconds} s`, limit);
    if (!rate.ok) return problem(429, words, { headers: { "Retry-After": `${rate.retryAfter}` } });
  }
  const outcome = await take(user, body);
  if ("refused" in outcome) return refuse(outcome.refused);
  return createUIMessageStreamResponse({ ...outcome, consumeSseStream: consumeStream, headers: PRIVATE });
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = only("POST");

function refuse(refused: Refusal): Response {
  if (refused === "not found") return notFound();
  if (refused === "unanswered") {
    const errors = [{ path: "message.parts", message: "Answer all the questions in one message." }];
    return problem(422, "Some questions weren’t answered.", { errors });
  }
  return problem(409, conflicts[refused], { reason: refused });
}
