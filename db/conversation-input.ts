import { z } from "zod";
import { decode } from "@/db/cursor";
import { id, limit, line, prose } from "@/db/fields";

export const title = line(200);

/** A new conversation; a client that shows it before it is kept names its `id` itself. */
export const startInput = z.strictObject({ id: id.optional(), title: title.optional() });

export const renameInput = z.strictObject({ id, title });

/** A page of conversations: the living ones, those that have `q` in their title or messages, or those in the trash. */
export const listInput = z
  .strictObject({
    view: z.literal("trash").optional(),
    q: prose(200).optional(),
    cursor: z.string().max(500).optional(),
    limit,
  })
  .refine(({ view, q }) => !view || !q, { path: ["q"], message: "Trash can’t be searched." })
  .refine(({ view, cursor }) => cursor === undefined || decode(view ? "deleted" : "updated", cursor), {
    path: ["cursor"],
    message: "This cursor isn’t from this list.",
  });

export type StartInput = z.input<typeof startInput>;
export type RenameInput = z.input<typeof renameInput>;
