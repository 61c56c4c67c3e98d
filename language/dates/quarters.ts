import { century } from "./days";
import { digits, form, ordinal, unitFrom } from "./elements";
import { glued, rule, type When } from "./grammar";
import { every, nthIn } from "./series";
import { theYear, when } from "./whens";

const year = form("year");
const quarter = unitFrom("quarter", "quarter");
const number = glued(digits(1, 4, 1));

/** Quarters by their number: "third quarter", "the 4th qtr of 2018", "2018Q4", "Q3". */
export const quarters = [
  ...rule(["the?", ordinal(4), quarter], (n) => theQuarter(n)),
  ...rule(["the?", ordinal(4), quarter, "of|in|,?", year], (n, _, year) => theQuarter(n, year)),
  ...rule(["q", number], (n) => ({ ...theQuarter(n), doubt: "adjective" })),
  ...rule(["q", number, "of|in|,|/?", year], theQuarter),
  ...rule([year, "q", number], (year, n) => theQuarter(n, year)),
  ...rule(["'?", digits(0, 99, 2), "~q", number], (year, n) =>
    theQuarter(n, when(theYear(century(year)), { as: "year" })),
  ),
];

function theQuarter(n: number, year?: When): When {
  return when(nthIn(n, every("quarter"), year?.series ?? every("year")), { as: "cycle" });
}
