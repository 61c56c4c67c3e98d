import { searchKey } from "@/language/text";

/** A pattern for `like` that finds a text anywhere in a `search_key`; "%%", which finds everything, where there is nothing to look for. */
export function containing(text: string): string {
  return `%${searchKey(text)
    .trim()
    .replace(/[\\%_]/g, "\\$&")}%`;
}
