import { expect, test, vi } from "vitest";
import { tools } from "@/assistant/tools";
import type { Turn } from "@/assistant/tools/turn";

const find = vi.hoisted(() => vi.fn());
vi.mock("@/assistant/tools/find", () => ({ find, idsOf: vi.fn() }));

const call = () =>
  tools({} as Turn).find_tasks.execute?.(
    { view: "open", limit: 1 } as never,
    { toolCallId: "1", messages: [] } as never,
  );

test.each([
  ["57014", "took too long"],
  ["53100", "disk is full"],
  ["57P01", "can’t reach its database"],
])("what the database cannot do (%s) is told in its words, not as a fault of ours", async (code, words) => {
  find.mockRejectedValue(Object.assign(new Error("database"), { code }));
  await expect(call()).rejects.toThrow(words);
});
