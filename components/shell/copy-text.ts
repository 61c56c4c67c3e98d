"use client";

import * as voice from "@/components/shell/voice";
import * as notices from "@/components/ui/notices";

/** Copies a text, and says so; where the browser does not let it, says what to do instead. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    voice.say("Copied");
  } catch {
    notices.warn("Your browser blocked copying. Select the text instead.");
  }
}
