import { cleanLine, isBlank } from "../text";

const BULLET = /^(?:[-*+•◦▪▫■□●○‣⁃·–—]|\(?\d{1,3}[.)]|[a-z]\))(?=\s)/u;
const CHECKBOX = /^(?:\[([ xX✓✔✗]?)\]|([☐☑☒✓✔✅⬜▢]))\uFE0F?(?=\s)/u;
const DONE = /[xX✓✔✗☑☒✅]/u;
const TAB = 4;

/** One entry: how deep it is indented (0 at the outermost, never more than one deeper than the entry above), and its line, from 1. */
export type Line = { text: string; depth: number; done: boolean; at: number };

/** Pasted text as one entry a line: bullets, numbers and checkboxes stripped, lines in which nothing shows dropped. */
export function lines(text: string): Line[] {
  const indents: number[] = [];
  return text.split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/).flatMap((line, index) => {
    const words = line.trimStart();
    const indent = widthOf(line.slice(0, line.length - words.length));
    const entry = strip(words);
    if (isBlank(entry.text)) return [];
    while ((indents.at(-1) ?? -1) >= indent) indents.pop();
    indents.push(indent);
    return [{ ...entry, depth: indents.length - 1, at: index + 1 }];
  });
}

function strip(words: string) {
  const unbulleted = words.replace(BULLET, "").trimStart();
  const box = CHECKBOX.exec(unbulleted);
  const done = DONE.test(box?.[0] ?? "");
  const text = cleanLine(unbulleted.slice(box?.[0].length ?? 0));
  return { text: BULLET.test(`${text} `) && text.length < 3 ? "" : text, done };
}

function widthOf(space: string) {
  return Array.from(space).reduce((width, character) => width + (character === "\t" ? TAB : 1), 0);
}
