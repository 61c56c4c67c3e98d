import { cardinal, clock, digits, half, spoken } from "./elements";
import { type Clock, glued, rule, type When } from "./grammar";
import { clockWhen } from "./whens";

const PREPOSITIONS = "at|@|around|about|approximately|circa|by|before|after|until|till|from|since";
const hour = cardinal(1, 12);
const minutes = glued(digits(0, 59, 2));
const tens = cardinal(10, 59);

/** Times of day: "15:15", "3pm", "at 7", "twenty past three", "half three", "15h30", "noon". */
export const clocks = [
  ...["am", "a.m.", "a.m", "a m"].flatMap((words) => rule([words], () => ({ is: "half", afternoon: false }))),
  ...["pm", "p.m.", "p.m", "p m"].flatMap((words) => rule([words], () => ({ is: "half", afternoon: true }))),

  ...rule(["noon|midday"], () => ({ ...at(12), doubt: "context" })),
  ...rule(["twelve|12", "noon|midday"], () => at(12)),
  ...rule(["twelve|12", "midnight"], () => at(0)),
  ...rule(["mid", "-?", "day"], () => at(12)),
  ...rule(["midnight"], () => ({ ...at(0), doubt: "context" })),
  ...rule([digits(0, 24, 1, 2), "~:", minutes], (hour, minute) => at(hour, minute, { exact: hour > 12, colon: true })),
  ...rule([digits(0, 9, 2), "~:", minutes], (hour, minute) => at(hour, minute)),
  ...rule([digits(0, 24, 1, 2), "~:", minutes, "~:", minutes], (hour, minute, second) => at(hour, minute, { second })),
  ...rule([digits(0, 24, 1, 2), "~:", minutes, "~h"], (hour, minute) => at(hour, minute)),
  ...rule(["at?", digits(0, 2359, 4), "hours|hrs"], (figure) => inFigures(figure, true)),
  ...rule([digits(0, 24, 1, 2), "~h", minutes], (hour, minute) => at(hour, minute)),
  ...rule(["at|@", digits(0, 24, 1, 2), "~h"], (hour) => at(hour, 0)),
  // Before one in the afternoon it is as likely a length: "study 2h"; and 24h are a day.
  ...rule([digits(0, 24, 1, 2), "~h"], (hour) => ({
    ...at(hour, 0),
    doubt: hour > 12 && hour < 24 ? undefined : "never",
  })),
  ...["o'clock", "oclock", "o clock"].flatMap((words) =>
    rule([hour, words], (hour) => at(hour, undefined, { exact: false })),
  ),
  ...rule(["at|@|by|from|until|till", digits(0, 24), "~.", minutes], (hour, minute) =>
    at(hour, minute, { exact: hour > 12, colon: true }),
  ),
  ...rule([PREPOSITIONS, cardinal(0, 24)], (hour) => ({
    ...at(hour, undefined, { exact: hour > 12 }),
    doubt: "context",
  })),
  ...[digits(100, 959, 3), digits(1000, 2359, 4)].flatMap((figures) => [
    ...rule(["at|@", figures], (figure) => inFigures(figure)),
    ...rule([PREPOSITIONS, figures], (figure) => (isYear(figure) ? null : inFigures(figure))),
  ]),
  // A nought in front is a 24-hour clock's: "0640".
  ...rule([PREPOSITIONS, digits(0, 959, 4)], (figure) => inFigures(figure, true)),
  ...rule(["at|@", hour, "-?", tens], (hour, minute) => at(hour, minute, { exact: false })),
  ...rule(["for|by|around|until|till|before|after|from", spoken(1, 12), "-?", spoken(10, 59)], (hour, minute) => ({
    ...at(hour, minute, { exact: false }),
    doubt: "context",
  })),
  ...rule([hour, "-?", "oh|o|zero", "-?", spoken(1, 9)], (hour, minute) => at(hour, minute, { exact: false })),
  // Below ten it is as likely a price, a score or a count: "three twenty".
  ...rule([spoken(10, 12), "-?", spoken(10, 59)], (hour, minute) => ({
    ...at(hour, minute, { exact: false }),
    doubt: "only",
  })),
  ...rule([digits(0, 23, 1, 2)], (hour) => ({ ...at(hour, undefined, { exact: hour > 12 }), doubt: "only" })),

  ...rule([hour, "in the", half], (hour, afternoon) => inHalf(hour, undefined, afternoon)),
  ...rule([hour, half], (hour, afternoon) => inHalf(hour, undefined, afternoon)),
  ...rule([hour, "-?", tens, half], inHalf),
  ...rule([digits(1, 12), "~.", minutes, half], inHalf),
  ...rule([digits(100, 1259, 3, 4), half], (figure, afternoon) =>
    inHalf(Math.floor(figure / 100), figure % 100, afternoon),
  ),
  // As recognisers of speech write 6:45 am.
  ...rule([spoken(1, 12), "hundred", "and?", spoken(1, 59), half], inHalf),
  ...rule([spoken(1, 12), "hundred", half], (hour, afternoon) => inHalf(hour, 0, afternoon)),
  ...rule(["at", spoken(0, 23), "hundred", "hours|hrs"], (hour) => at(hour, 0)),
  ...rule([clock, "in the", half], halved),
  ...rule([clock, half], halved),
  ...rule([clock, "~a"], (clock) => halved(clock, false)),
  ...rule([clock, "~p"], (clock) => halved(clock, true)),
  ...rule(["at|@", digits(1, 12), "~a"], (hour) => inHalf(hour, undefined, false)),
  ...rule(["at|@", digits(1, 12), "~p"], (hour) => inHalf(hour, undefined, true)),
  ...rule([clock, "ish|sharp|approximately|exactly"], clockAgain),
  ...rule([clock, "-", "ish"], clockAgain),
  ...rule([hour, "pmish"], (hour) => inHalf(hour, undefined, true)),
  ...rule([hour, "~amish"], (hour) => inHalf(hour, undefined, false)),
  ...rule([digits(1, 24), "~ish"], (hour) => at(hour, undefined, { exact: hour > 12 })),
];

// The half of the day counts for a clock that had not said which.
function halved(clock: Clock, afternoon: boolean): When | null {
  if (clock.hour > 12 || clock.hour === 0) return clockWhen(clock);
  return clockWhen({ ...clock, hour: (clock.hour % 12) + (afternoon ? 12 : 0), exact: true });
}

function at(hour: number, minute?: number, more: Partial<Clock> = {}): When {
  const grain = more.second !== undefined ? "second" : minute !== undefined ? "minute" : "hour";
  return clockWhen({ hour, minute: minute ?? 0, second: 0, grain, exact: true, ...more });
}

function inHalf(hour: number, minute: number | undefined, afternoon: boolean) {
  return minute !== undefined && minute > 59 ? null : at((hour % 12) + (afternoon ? 12 : 0), minute);
}

function inFigures(figure: number, exact = figure >= 1300): When | null {
  const [hour, minute] = [Math.floor(figure / 100), figure % 100];
  return minute > 59 ? null : at(hour, minute, { exact });
}

function clockAgain(clock: Clock) {
  return clockWhen(clock);
}

function isYear(figure: number) {
  return figure >= 1900 && figure < 2100;
}
