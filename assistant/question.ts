import { z } from "zod";
import { id, MOST_ROWS, prose } from "@/db/fields";
import { isBlank } from "@/language/text";

const text = prose(10_000).refine((value) => !isBlank(value), "Write something.");

/** A new message of the user's: its text and nothing else, whatever more the client sent. */
const said = z
  .object({
    id,
    role: z.literal("user"),
    parts: z
      .array(z.object({ type: z.literal("text", "You can only send text."), text: z.string().max(20_000) }))
      .min(1)
      .max(100),
  })
  .transform(({ parts, ...message }) => ({ ...message, text: parts.map(({ text }) => text).join("\n") }))
  .pipe(z.object({ id, role: z.literal("user"), text }));

/** What a part must look like to be an answer; of its arguments and results nothing is believed. */
const answered = z.object({
  state: z.literal("approval-responded"),
  approval: z.object({ id: z.string().min(1).max(200), approved: z.boolean() }),
});

/** The assistant's message with the answers to what it asked. */
const answers = z
  .object({ id, role: z.literal("assistant"), parts: z.array(z.unknown()).max(1000) })
  .transform(({ parts, ...message }) => ({
    ...message,
    answers: parts.flatMap((part) => answered.safeParse(part).data?.approval ?? []),
  }))
  .refine(({ answers }) => answers.length > 0, { path: ["parts"], message: "This message has no answer." });

/**
 * What `POST /api/chat` takes: the conversation, and the one new message of the user's or the answer to what was asked.
 * `keep` says, by approval, which of the asked-about rows stay; without it all of them do.
 */
export const input = z.object({
  id,
  message: z.union([said, answers]),
  keep: z.record(z.string().max(200), z.array(id).max(MOST_ROWS)).default({}),
});

export type Question = z.output<typeof input>;
