import { form } from "./elements";
import { rule, type When } from "./grammar";
import { recurring } from "./series";
import { when } from "./whens";

// The northern seasons of the almanac, by the commonest day of their solstice or equinox.
const SEASONS: Array<[string, number, number]> = [
  ["spring", 3, 20],
  ["summer", 6, 21],
  ["autumn|fall", 9, 23],
  ["winter", 12, 21],
];

/** Seasons, which are times only with a word that makes them so: "this summer", "in the autumn". */
export const seasons = [
  ...SEASONS.flatMap(([names, month, day]) => rule([names], () => season(month, day))),
  ...rule(["in|during|over", "the?", form("season")], (season) => ({ ...season, doubt: undefined })),
];

function season(month: number, day: number): When {
  const series = recurring("quarter", "year", (origin) => {
    const start = origin.with({ month, day });
    return [{ start, end: start.add({ months: 3 }), grain: "quarter" }];
  });
  return when(series, { as: "season" }, { doubt: "only" });
}
