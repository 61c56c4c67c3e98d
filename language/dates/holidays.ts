import { ALMANAC, TIDES } from "./almanac";
import { FEASTS } from "./feasts";
import { rule } from "./grammar";
import { recurring, type Series } from "./series";
import { when, yearly } from "./whens";

/** Holidays, reckoned for any year: "Thanksgiving 2017", "Boxing Day". Alone they are a time only where they are all that is said. */
export const holidays = [
  ...[...ALMANAC, ...FEASTS].flatMap(([date, ...names]) => named(yearly(date), names)),
  ...TIDES.flatMap(([first, days, ...names]) =>
    named(
      recurring("day", "year", ({ year }) => {
        const start = first(year).toPlainDateTime();
        return [{ start, end: start.add({ days }), grain: "day" }];
      }),
      names,
    ),
  ),
];

function named(series: Series, names: string[]) {
  const holiday = when(series, { as: "holiday" }, { doubt: "only" });
  return [...new Set(names.flatMap(spellings))].flatMap((name) => rule([name], () => holiday));
}

// People leave apostrophes out, and shorten saints.
function spellings(name: string): string[] {
  const saints = name.startsWith("saint ")
    ? ["saint ", "st ", "st. "].map((saint) => name.replace("saint ", saint))
    : [name];
  return saints.flatMap((spelling) => [spelling, spelling.replaceAll("'", "")]);
}
