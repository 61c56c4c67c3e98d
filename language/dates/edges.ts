import { atLeast } from "./elements";
import { rule, type When } from "./grammar";
import { type Grain, lengthOf, type Period } from "./period";
import { cycleAway, within } from "./series";
import { when } from "./whens";

type Edge = "beginning" | "middle" | "end";
const OUTER = { month: "month", year: "year", week: "week", quarter: "quarter" } as const;
const LETTERS: Record<string, Grain> = { m: "month", y: "year", w: "week" };

/** The ends and the middle of longer times: "end of the month", "beginning of 2017", "mid March", "EOM". */
export const edges = [
  ...(["beginning", "middle", "end"] as const).flatMap((edge) => {
    const words = edge === "beginning" ? "beginning|start|begining" : edge;
    return [
      ...rule(["at?", "the?", words, "of", "around?", "the?", atLeast("week")], (outer) => edgeOf(edge, outer)),
      ...Object.entries(OUTER).flatMap(([name, grain]) =>
        rule(["at?", "the?", words, "of", "the?", name], () =>
          edgeOf(edge, when(cycleAway(grain, 0), { as: "cycle" })),
        ),
      ),
    ];
  }),
  ...rule(["at|by?", "the?", "end of", "the?", "day|today"], () => when(cycleAway("day", 0), { as: "day" })),
  ...rule(["at|by?", "the?", "eod|cob"], () => when(cycleAway("day", 0), { as: "day" })),
  ...Object.entries(LETTERS).flatMap(([letter, grain]) => [
    ...rule(["at?", "the?", `eo${letter}`], () => edgeOf("end", when(cycleAway(grain, 0), { as: "cycle" }))),
    ...rule(["at?", "the?", `bo${letter}`], () => edgeOf("beginning", when(cycleAway(grain, 0), { as: "cycle" }))),
  ]),
  ...rule(["early", "in?", atLeast("month")], (outer) => edgeOf("beginning", outer)),
  ...rule(["mid", "-?", atLeast("month")], (outer) => edgeOf("middle", outer)),
  ...rule(["late", "in?", atLeast("month")], (outer) => edgeOf("end", outer)),
];

function edgeOf(edge: Edge, outer: When): When {
  const series = within(outer.series, "day", (period) => [part(edge, period)]);
  return when(series, { as: "edge" }, { past: outer.past });
}

// An end is its last day and a beginning its first, so that a task is due there.
function part(edge: Edge, { start, end }: Period): Period {
  const days = start.until(end, { largestUnit: "day" }).days;
  const first =
    edge === "beginning"
      ? start
      : edge === "end"
        ? end.subtract({ days: 1 })
        : start.add({ days: Math.floor((days - 1) / 2) });
  return { start: first, end: first.add(lengthOf("day")), grain: "day" };
}
