import { z } from "zod";
import { decode } from "@/db/cursor";
import { id, limit, line } from "@/db/fields";

export const title = line(200);

/** A new conversation; a client that shows it before it is kept names its `id` itself. */
export const startInput = z.strictObject({ id: id.optional(), title: title.optional() });

export const renameInput = z.strictObject({ id, title });

export const listInput = z.strictObject({
  cursor: z
    .string()
    .max(500)
    .refine((cursor) => decode("updated", cursor), "This is not a cursor of this list.")
    .optional(),
  limit,
});

export type StartInput = z.input<typeof startInput>;
export type RenameInput = z.input<typeof renameInput>;
