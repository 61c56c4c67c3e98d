import { expect, test } from "vitest";
import { lengthOf, limits } from "@/components/shell/limits";
import { title as conversationTitle } from "@/db/conversation-input";
import { name } from "@/db/tag-input";
import { addInput } from "@/db/task-input";

test("what a field counts to is what the operations take", () => {
  const schemas = {
    title: addInput.shape.title,
    description: addInput.shape.description.unwrap().unwrap(),
    tag: name,
    conversation: conversationTitle,
  };
  for (const [field, schema] of Object.entries(schemas)) {
    const most = limits[field as keyof typeof limits];
    expect(schema.safeParse("👩".repeat(most)).success, field).toBe(true);
    expect(schema.safeParse("👩".repeat(most + 1)).success, field).toBe(false);
  }
  expect(lengthOf("👩a")).toBe(2);
});
