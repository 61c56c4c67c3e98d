import { atLeast, day, form } from "./elements";
import { rule, type When } from "./grammar";
import { type Grain, lengthOf, type Period } from "./period";
import { cycleAway, within } from "./series";
import { when } from "./whens";

type Edge = "beginning" | "middle" | "end";
const LETTERS: Record<string, Grain> = { m: "month", y: "year", w: "week" };

/** The ends and the middle of longer times: "end of the month", "beginning of 2017", "mid March", "EOM". */
export const edges = [
  ...rule(["at?", "the?", "beginning|start|begining", "of", "around?", "the?", atLeast("week")], (outer) =>
    edgeOf("beginning", outer),
  ),
  ...rule(["in|at?", "the?", "middle", "of", "around?", "the?", atLeast("week")], (outer) => edgeOf("middle", outer)),
  ...rule(["at?", "the?", "end", "of", "around?", "the?", atLeast("week")], (outer) => edgeOf("end", outer)),
  ...rule(["by?", "end", form("month")], (outer) => edgeOf("end", outer)),
  ...rule(["early", "in?", atLeast("week")], (outer) => edgeOf("beginning", outer)),
  ...rule(["mid", "-?", atLeast("week")], (outer) => edgeOf("middle", outer)),
  ...rule(["late|later", "in?", atLeast("week")], (outer) => edgeOf("end", outer)),
  ...Object.entries(LETTERS).flatMap(([letter, grain]) => [
    ...rule(["at?", "the?", `eo${letter}`], () => edgeOf("end", when(cycleAway(grain, 0), { as: "cycle" }))),
    ...rule(["at?", "the?", `bo${letter}`], () => edgeOf("beginning", when(cycleAway(grain, 0), { as: "cycle" }))),
  ]),
  ...rule(["at|by?", "the?", "end of", "the?", "day|today"], today),
  ...rule(["at|by?", "the?", "eod|cob"], today),
  ...rule(["at|by?", "the?", "close of", "business|play"], today),
  ...["end of day", "end of the day", "eod", "cob", "close of business", "close of play"].flatMap((end) => [
    ...rule(["at|by?", "the?", end, ",?", "on?", day], endOf),
    ...rule([day, ",?", "at|by?", "the?", end], endOf),
  ]),
];

function today(): When {
  return when(cycleAway("day", 0), { as: "day" });
}

// A day is due at its end anyway; said so, it is no part of a name ("EOD Friday report").
function endOf({ series, skipsToday, past }: When): When {
  return when(series, { as: "day" }, { skipsToday, past });
}

function edgeOf(edge: Edge, outer: When): When {
  const series = within(outer.series, "day", (period) => [part(edge, period)]);
  return when(series, { as: "edge" }, { past: outer.past });
}

// An end is its last day and a beginning its first, so that a task is due there.
function part(edge: Edge, { start, end }: Period): Period {
  const days = start.until(end, { largestUnit: "day" }).days;
  const middle = start.add({ days: Math.floor((days - 1) / 2) });
  const day = { beginning: start, middle, end: end.subtract({ days: 1 }) }[edge];
  return { start: day, end: day.add(lengthOf("day")), grain: "day" };
}
