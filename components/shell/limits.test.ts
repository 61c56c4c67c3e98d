import { expect, test } from "vitest";
import { z } from "zod";
import { input } from "@/assistant/question";
import { limits } from "@/components/shell/limits";
import { title as conversationTitle } from "@/db/conversation-input";
import { name } from "@/db/tag-input";
import { addInput, listInput } from "@/db/task-input";

test("what a field counts to is what the operations take", () => {
  const schemas = {
    title: addInput.shape.title,
    description: addInput.shape.description.unwrap().unwrap(),
    tag: name,
    conversation: conversationTitle,
    message: z.preprocess(
      (text) => ({ id: crypto.randomUUID(), role: "user", parts: [{ type: "text", text }] }),
      input.shape.message,
    ),
    search: z.preprocess((q) => ({ q }), listInput),
  };
  for (const [field, schema] of Object.entries(schemas)) {
    const most = limits[field as keyof typeof limits];
    expect(schema.safeParse("👩".repeat(most)).success, field).toBe(true);
    expect(schema.safeParse("👩".repeat(most + 1)).success, field).toBe(false);
  }
});
