import { ALMANAC } from "./almanac";
import { rule } from "./grammar";
import { when, yearly } from "./whens";

/** Holidays, reckoned for any year: "Thanksgiving 2017", "Boxing Day". Alone they are a time only where they are all that is said. */
export const holidays = ALMANAC.flatMap(([date, ...names]) => {
  const holiday = when(yearly(date), { as: "holiday" }, { doubt: "only" });
  return [...new Set(names.flatMap(spellings))].flatMap((name) => rule([name], () => holiday));
});

// People leave apostrophes out, and shorten saints.
function spellings(name: string): string[] {
  const saints = name.startsWith("saint ")
    ? ["saint ", "st ", "st. "].map((saint) => name.replace("saint ", saint))
    : [name];
  return saints.flatMap((spelling) => [spelling, spelling.replaceAll("'", "")]);
}
