import { z } from "zod";
import { color, id, line, version } from "@/db/fields";

export const name = line(50);

/** The living tags, or those in the trash. */
export const listInput = z.object({ view: z.literal("trash").optional() });

export const addInput = z.strictObject({ name, color: color.optional() });

export const changeInput = z.strictObject({
  id,
  version: version.optional(),
  name: name.optional(),
  color: color.optional(),
});

/** `name` where its own has been taken meanwhile. */
export const restoreInput = z.strictObject({ id, name: name.optional() });

export type AddInput = z.input<typeof addInput>;
export type ChangeInput = z.input<typeof changeInput>;
export type RestoreInput = z.input<typeof restoreInput>;
