import { cleanLine, isBlank, shorten } from "@/language/text";

const MOST = 60;

/** The line that opens or closes a block of code in Markdown. */
const FENCE = /^(?:`{3,}[^`]*|~{3,}.*)$/;

/** What a conversation is called by what was said first: the first line that says something, as it is written. */
export function titleOf(text: string): string {
  const lines = text.split(/\r\n|[\n\r]/).map(cleanLine);
  const line = lines.find((line) => !isBlank(line) && !FENCE.test(line));
  return line ? shorten(line, MOST) : "New chat";
}
