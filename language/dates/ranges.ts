import { when as anyTime, cardinal, day, digits, form, half, length, ordinal, range, sureClock } from "./elements";
import { type Clock, type Element, type Length, type Meaning, type Range, rule, type When } from "./grammar";
import { type Period, periodAt, type Reference } from "./period";
import { both, first } from "./series";
import { atClock, clockWhen, days, isWithinDay, when } from "./whens";

const TO = "-|to|until|untill|till|til|through|thru|and";
const month = form("month");

/** Times with a beginning and an end: "July 13-15", "from 9:30 to 11:00 on Thursday", "18th Dec for 10 days". */
export const ranges = [
  ...between(anyTime, anyTime, span),
  ...between(cardinal(1, 12), sureClock, (hour, to) =>
    clockSpan({ hour, minute: 0, second: 0, grain: "hour", exact: false }, to),
  ),
  ...between(sureClock, cardinal(1, 12), (from, hour) =>
    clockSpan(from, { hour, minute: 0, second: 0, grain: "hour", exact: false }),
  ),
  ...rule(["from|between", cardinal(1, 12), TO, cardinal(1, 12), "in the?", half], (from, to, afternoon) => {
    const end: Clock = { hour: (to % 12) + (afternoon ? 12 : 0), minute: 0, second: 0, grain: "hour", exact: true };
    return clockSpan({ ...end, hour: from, exact: false }, end);
  }),
  ...[digits(1, 31, 1, 2), ordinal()].flatMap((from) =>
    [digits(1, 31, 1, 2), ordinal()].flatMap((to) => [
      ...rule([month, "the?", from, TO, "the?", to], ({ form }, a, b) => daySpan(form.month, a, b)),
      ...rule(["from|between?", "the?", from, TO, "the?", to, "of?", month], (a, b, { form }) =>
        daySpan(form.month, a, b),
      ),
    ]),
  ),
  ...rule([range, ",?", "of|in?", form("year")], inYear),
  ...rule(["from?", anyTime, "for", length], lasting),
  ...rule(["for", length, "from|starting", anyTime], (length, from) => lasting(from, length)),
  ...rule([range, ",?", "on?", day], onDays),
  ...rule(["from|between", cardinal(1, 12), TO, cardinal(1, 12), "on?", day], (from, to, day) =>
    onDays(hours(from, to), day),
  ),
  ...rule([day, ",?", "from|between", cardinal(1, 12), TO, cardinal(1, 12)], (day, from, to) =>
    onDays(hours(from, to), day),
  ),
  ...rule([day, ",?", "from|between?", range], (day, range) => onDays(range, day)),
  ...rule(["from|between|around|on|for|during|in", range], (range) => range),
];

function between<A, B>(a: Element<A>, b: Element<B>, make: (a: A, b: B) => Meaning | null) {
  return [
    ...rule([a, "-|to|until|untill|till|til|through|thru", b], make),
    ...rule(["from|between", a, TO, b], make),
    ...rule(["later|after", "than?", a, "but?", "before", b], make),
  ];
}

function span(from: When, to: When): Meaning | null {
  const ofDays = from.series.grain === "day" && to.series.grain === "day";
  const doubt = from.doubt && to.doubt && (ofDays ? "context" : "only");
  // "Wednesday 7-8pm" are two hours on Wednesday, and no day that ends at eight.
  if (from.form.as === "moment" && from.doubt) return null;
  // "15 to noon" is a quarter of an hour before it.
  if (from.doubt === "only" && to.doubt === "context") return null;
  if (from.form.as === "clock" && to.form.as === "clock")
    return { ...clockSpan(from.form.clock, to.form.clock), doubt };
  if (isWithinDay(from.series.grain) !== isWithinDay(to.series.grain)) return null;
  return { is: "range", from, to, doubt };
}

// "3-4pm": the end says which half of the day the beginning is in, unless that would turn them round.
function clockSpan(from: Clock, to: Clock): Range {
  const later = { ...from, hour: (from.hour % 12) + 12, exact: true };
  const isAfternoon = !from.exact && to.exact && to.hour >= 12;
  const fits = later.hour * 60 + later.minute <= to.hour * 60 + to.minute;
  const beginning = isAfternoon ? (fits ? later : { ...from, exact: true }) : from;
  return { is: "range", from: clockWhen(beginning), to: clockWhen(to) };
}

function hours(from: number, to: number): Range {
  const at = (hour: number): Clock => ({ hour, minute: 0, second: 0, grain: "hour", exact: false });
  return clockSpan(at(from), at(to));
}

function daySpan(month: number, from: number, to: number): Meaning | null {
  const theDay = (day: number) => when(days(month, day), { as: "monthDay", month, day });
  return from < to ? { is: "range", from: theDay(from), to: theDay(to) } : null;
}

function inYear(range: Range, year: When): Range | null {
  const { from, to } = range;
  if (!("is" in to) || from.form.as !== "monthDay" || to.form.as !== "monthDay") return null;
  const within = (day: When): When => ({ ...day, series: both(year.series, day.series) });
  return { ...range, from: within(from), to: within(to) };
}

// Days last days and hours minutes: "tomorrow for 10 minutes" is a day and a remark.
function lasting(from: When, length: Length): Range | null {
  return isWithinDay(from.series.grain) === isWithinDay(length.grain) ? { is: "range", from, to: length } : null;
}

function onDays(range: Range, day: When): Range | null {
  const { from, to } = range;
  if (from.form.as !== "clock" || !("is" in to) || to.form.as !== "clock") return null;
  const { skipsToday, past } = day;
  const at = (clock: Clock) => when(atClock(day.series, clock), { as: "moment" }, { skipsToday, past });
  return { is: "range", from: at(from.form.clock), to: at(to.form.clock) };
}

/** The end of a range that begins with `from`: the first such time after it. */
export function resolveRange({ to }: Range, from: Period, reference: Reference): Period | undefined {
  if (!("is" in to)) {
    const last = { days: isWithinDay(from.grain) ? 0 : 1 };
    return periodAt(from.start.add(to.amount).subtract(last), from.grain);
  }
  const isFine = isWithinDay(to.series.grain);
  return first(to.series, isFine ? from.end : from.start, 1, reference);
}
