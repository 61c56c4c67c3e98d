const BULLET = /^(?:[-*+•◦▪‣·–—]|\d{1,3}[.)])(?=\s)/u;
const CHECKBOX = /^(?:\[([ xX✓✔]?)\]|([☐☑☒✓✔✅⬜]))(?=\s)/u;
const TAB = 4;

/**
 * Pasted text as one entry a line: bullets, numbers and checkboxes stripped, blank lines dropped, depth from the indentation
 * (0 at the outermost, never more than one deeper than the line above).
 */
export function lines(text: string): Array<{ text: string; depth: number; done: boolean }> {
  const indents: number[] = [];
  return text.split(/\r\n|[\n\r\u2028\u2029]/).flatMap((line) => {
    const words = line.trimStart();
    const indent = widthOf(line.slice(0, line.length - words.length));
    const entry = strip(words);
    if (entry.text === "") return [];
    while ((indents.at(-1) ?? -1) >= indent) indents.pop();
    indents.push(indent);
    return [{ text: entry.text, depth: indents.length - 1, done: entry.done }];
  });
}

function strip(words: string) {
  const unbulleted = words.replace(BULLET, "").trimStart();
  const box = CHECKBOX.exec(unbulleted);
  const done = /[xX✓✔☑☒✅]/u.test(box?.[0] ?? "");
  const text = unbulleted.slice(box?.[0].length ?? 0).trim();
  return { text: BULLET.test(`${text} `) && text.length < 3 ? "" : text, done };
}

function widthOf(space: string) {
  return Array.from(space).reduce((width, character) => width + (character === "\t" ? TAB : 1), 0);
}
