import { searchKey } from "@/language/text";

/** Those whose name has, for each word of the query, a word that begins with it. */
export function matching<Named extends { name: string }>(items: Named[], query: string): Named[] {
  const words = searchKey(query).split(/\s+/);
  return items.filter(({ name }) => {
    const names = searchKey(name).split(/[\s-]+/);
    return words.every((word) => names.some((part) => part.startsWith(word)));
  });
}
