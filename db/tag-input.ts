import { z } from "zod";
import { color, id, line } from "@/db/fields";

export const name = line(50);

export const addInput = z.strictObject({ name, color: color.optional() });

export const changeInput = z.strictObject({
  id,
  version: z.int().positive().optional(),
  name: name.optional(),
  color: color.optional(),
});

export type AddInput = z.input<typeof addInput>;
export type ChangeInput = z.input<typeof changeInput>;
