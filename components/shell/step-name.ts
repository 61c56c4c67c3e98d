import { shorten } from "@/language/text";

/** What a screen reader calls a button of which there may be several: what it does, and to which words. */
export function stepName(step: string, text: string): string {
  const words = text.trim();
  return words ? `${step} “${shorten(words, 40)}”` : step;
}
