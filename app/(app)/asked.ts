import { z } from "zod";
import { id } from "@/db/fields";

const schema = z.object({
  sort: z.enum(["due", "priority", "manual"]).catch("due"),
  /** The open task. */
  task: id.optional().catch(undefined),
  /** Whether what is done is shown. */
  done: z.literal("1").optional().catch(undefined),
  pages: z.coerce.number().int().min(1).max(40).catch(1),
  /** Of what is in the trash. */
  kind: z.enum(["task", "tag", "conversation"]).optional().catch(undefined),
  q: z.string().trim().max(200).catch(""),
});

export type Asked = z.output<typeof schema>;

/** What the address asks a view for; whatever makes no sense is as if it were not there. */
export async function asked(searchParams: Promise<unknown>): Promise<Asked> {
  return schema.parse(await searchParams);
}

/** Sorts by the names that the operations have. */
export const orders = { due: "due", priority: "priority", manual: "position" } as const;
