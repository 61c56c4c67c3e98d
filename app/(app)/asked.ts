import { z } from "zod";
import { id, prose } from "@/db/fields";

/** So many pages are shown at once: more would keep the server busy for seconds, and the browser too. */
export const PAGES = 6;

const schema = z.object({
  sort: z.string().optional().catch(undefined),
  /** The open task. */
  task: id.optional().catch(undefined),
  /** Whether what is done is shown. */
  done: z.literal("1").optional().catch(undefined),
  /** How many pages of a list are shown below each other, */
  pages: z.coerce
    .number()
    .int()
    .min(1)
    .overwrite((pages) => Math.min(pages, PAGES))
    .catch(1),
  /** from which place on: a cursor of the list; */
  from: z.string().max(2000).optional().catch(undefined),
  /** of Tags, which sheet, the first being 1. */
  sheet: z.coerce.number().int().min(1).max(1000).catch(1),
  /** Of what is in the trash. */
  kind: z.enum(["task", "tag", "conversation"]).optional().catch(undefined),
  q: prose(200).trim().catch(""),
});

export type Asked = z.output<typeof schema>;

/** What the address asks a view for; whatever makes no sense is as if it were not there. */
export async function asked(searchParams: Promise<unknown>): Promise<Asked> {
  return schema.parse(await searchParams);
}

/** Sorts by the names that the operations have. */
export const orders = { due: "due", priority: "priority", manual: "position", newest: "created" } as const;
