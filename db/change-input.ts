import { z } from "zod";
import { id } from "@/db/fields";

/** A step of undo or redo, past the turns that could not be taken back. */
export const stepInput = z.strictObject({ except: z.array(id).max(50).optional() });
