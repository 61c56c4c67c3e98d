import "server-only";
import { rawTimeZones } from "@vvo/tzdb";
import type { Zone } from "@/components/account/find-zones";
import { searchKey } from "@/language/text";
import { presentZone, timeZones } from "@/language/time-zone";

/** What people call countries, besides their names. */
const ALIASES: Record<string, string> = {
  GB: "UK Britain England",
  US: "USA America",
  AE: "UAE",
  CZ: "Czech Republic",
};

let known: Zone[] | undefined;

/**
 * The time zones that a person may choose, with what each is found by: its city and its country, the larger cities of its clock, what that
 * is called ("India Time"), and the names that it had.
 */
export function zones(): Zone[] {
  known ??= described();
  return known;
}

function described(): Zone[] {
  const described = new Map(timeZones().map((name) => [name, { country: "", words: [name] }]));
  for (const { name: leading, group, mainCities, countryName, countryCode, alternativeName } of rawTimeZones) {
    for (const spelling of group) {
      const name = presentZone(spelling) ?? "";
      const zone = described.get(name);
      if (!zone) continue;
      // Zones with the same clock by now are one group, named after one of them: the cities are that one's.
      const cities = name === leading ? mainCities : [];
      zone.country = countryName;
      zone.words.push(spelling, ...cities, countryName, ALIASES[countryCode] ?? "", alternativeName);
    }
  }
  return [...described].map(([name, { country, words }]) => {
    const all = searchKey(words.join(" ")).split(/[\s_/]+/);
    return { name, country, words: [...new Set(all)].join(" ") };
  });
}
