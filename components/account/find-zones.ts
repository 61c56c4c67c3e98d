import { searchKey } from "@/language/text";

/** A time zone by its IANA name, the country that it is in, and what it is found by, as a search key. */
export type Zone = { name: string; country: string; words: string };

/** The zones in which every word of a query begins a word: first those of a country by that name, then those that have it whole. */
export function findZones(zones: Zone[], query: string): Zone[] {
  const wanted = searchKey(query)
    .split(/[\s_/,]+/)
    .filter(Boolean);
  const ranked = zones.flatMap((zone) => {
    const words = zone.words.split(" ");
    if (!wanted.every((part) => words.some((word) => word.startsWith(part)))) return [];
    const isCountry = searchKey(zone.country).startsWith(wanted.join(" "));
    return [{ zone, rank: isCountry ? 0 : wanted.every((part) => words.includes(part)) ? 1 : 2 }];
  });
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ zone }) => zone);
}
