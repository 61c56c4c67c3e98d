"use client";

import { createDialogHandle } from "@/components/ui/dialog";
import { createSheetHandle } from "@/components/ui/sheet";

/** What opens over any page, from anywhere: by key, by a button, by a tab. */
export const palette = createDialogHandle();
export const keysHelp = createDialogHandle();
export const navSheet = createSheetHandle();
export const addSheet = createSheetHandle();
