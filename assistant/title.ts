const MOST = 60;

/** What a conversation is called by what was said first: its first line, cut at a word. */
export function titleOf(text: string): string {
  const line = text
    .replace(/[*_`#>[\]]/g, "")
    .trim()
    .split(/\n/, 1)[0]
    ?.replace(/\s+/g, " ")
    .trim();
  if (!line) return "New chat";
  const characters = [...line];
  if (characters.length <= MOST) return line.replace(/[.:;,!]+$/, "") || line;
  const cut = characters.slice(0, MOST).join("");
  const space = cut.lastIndexOf(" ");
  return `${space > MOST / 2 ? cut.slice(0, space) : cut}…`;
}
