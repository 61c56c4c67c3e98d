import { cardinal, clock, day, digits, form, half, leadingClock } from "./elements";
import { type Clock, type Form, rule, type When } from "./grammar";
import { lengthOf } from "./period";
import { both, cycleAway, recurring } from "./series";
import { atClock, daily, when } from "./whens";

type Part = { from: number; to: number; half: "morning" | "afternoon" | "night"; due: number };
type PartWhen = When & { form: Extract<Form, { as: "part" }> };

// Hours of the day, and the hour at which a task "in the morning" is due.
const MORNING: Part = { from: 4, to: 12, half: "morning", due: 9 };
const AFTERNOON: Part = { from: 12, to: 19, half: "afternoon", due: 15 };
const EVENING: Part = { from: 18, to: 24, half: "night", due: 18 };
const NIGHT: Part = { from: 18, to: 24, half: "night", due: 20 };
const LUNCH: Part = { from: 12, to: 14, half: "afternoon", due: 12 };
const EARLY: Part = { from: 4, to: 9, half: "morning", due: 8 };
const LATE: Part = { from: 21, to: 24, half: "night", due: 21 };
const NAMED = {
  morning: MORNING,
  afternoon: AFTERNOON,
  evening: EVENING,
  night: NIGHT,
  lunchtime: LUNCH,
};

const part = form("part");

/** Parts of the day, alone ("this evening"), on a day ("tomorrow morning"), and with a time in them ("8 tonight"). */
export const parts = [
  ...Object.entries(NAMED).flatMap(([name, meaning]) => [
    ...rule([name], () => ({ ...someday(meaning), doubt: "only" })),
    ...rule([`${name}ish`], () => ({ ...someday(meaning), doubt: "only" })),
  ]),
  ...rule(["early", "in the?", "morning"], () => ({ ...someday(EARLY), doubt: "only" })),
  ...rule(["late", "in the?", "night|evening"], () => ({ ...someday(LATE), doubt: "only" })),
  ...rule(["first thing", "in the morning?"], () => ({ ...someday(EARLY), doubt: "only" })),
  ...rule(["early|late|mid", "-?", part], (part) => part),
  ...rule(["in", "the?", part], sure),
  ...rule(["during|for", "the", part], sure),
  ...rule(["at", "night|lunchtime|lunch"], () => someday(NIGHT)),
  ...rule(["this", part], today),
  ...rule(["tonight|tonite|tonights"], () => today(someday(NIGHT))),
  ...rule(["late", "tonight|tonite"], () => today(someday(LATE))),
  ...rule(["late?", "last", "night"], () =>
    when(both(cycleAway("day", -1), someday(NIGHT).series), someday(NIGHT).form, { past: true }),
  ),
  ...rule([day, ",?", "in?", "the?", part], on),
  ...rule([form("day", "weekday"), half], (day, afternoon) => on(day, someday(afternoon ? AFTERNOON : MORNING))),
  ...rule(["the?", part, "of", "the?", day], (part, day) => on(day, part)),
  // A bare "evening" may be the end of a name: "parents evening on Thursday".
  ...rule([part, "on?", "the?", day], (part, day) => (part.doubt ? null : on(day, part))),
  ...rule(["early|late", day, part], on),
  ...rule(["first thing", "on?", day, "morning?"], (day) => on(day, someday(EARLY))),
  ...rule([day, ",?", "at|@|by|for|from|around|about?", clock, part], onAt),
  ...rule([day, ",?", "at|@|by|for|from|around|about?", cardinal(1, 12), "in the|at", part], (day, hour, part) =>
    onAt(day, { ...bare, hour }, part),
  ),

  ...rule([part, ",?", "at|@|for|around|about", cardinal(1, 12)], (part, hour) => within(part, { ...bare, hour })),
  ...rule([part, clock], (part, clock) => within(part, clock)),
  ...rule([part, ",?", "at|@|for|around|about", clock], (part, clock) => within(part, clock)),
  ...rule([part, digits(100, 1259, 3, 4)], (part, figure) =>
    figure % 100 > 59
      ? null
      : within(part, { ...bare, hour: Math.floor(figure / 100), minute: figure % 100, grain: "minute" }),
  ),
  ...rule([cardinal(1, 12), part], (hour, part) => within(part, { ...bare, hour })),
  ...rule(["at|@", cardinal(1, 12), part], (hour, part) => within(part, { ...bare, hour })),
  ...rule([leadingClock, part], (clock, part) => within(part, clock)),
];

const bare: Clock = { hour: 0, minute: 0, second: 0, grain: "hour", exact: false };

/** A part of no particular day. */
function someday({ from, to, half, due }: Part): PartWhen {
  const series = recurring("hour", "day", (origin) => [
    { start: origin.with({ hour: from }), end: origin.add(lengthOf("hour", to)), grain: "hour" },
  ]);
  return { is: "when", series, form: { as: "part", half, due } };
}

function sure(part: When): When {
  return { ...part, doubt: undefined };
}

// With a time in it that is over, "this morning" is the next one: its day stays open.
function today(part: PartWhen): When {
  return when(both(cycleAway("day", 0), part.series), part.form);
}

function on({ series: days, skipsToday, past }: When, part: PartWhen): When {
  return when(both(days, part.series), { ...part.form, days }, { skipsToday, past });
}

function onAt(day: When, clock: Clock, part: PartWhen): When {
  const { series, form } = within({ ...part, form: { ...part.form, days: day.series } }, clock);
  return when(series, form, { skipsToday: day.skipsToday, past: day.past });
}

function within({ form }: PartWhen, clock: Clock): When {
  const time = clockIn(form, clock);
  return when(form.days ? atClock(form.days, time) : daily(time), { as: "moment" });
}

/** A clock's time in a part of the day: a bare hour is in the half that the part says, and twelve at night is midnight. */
export function clockIn({ half }: PartWhen["form"], clock: Clock): Clock {
  const hour =
    half === "morning" ? clock.hour % 12 : half === "night" && clock.hour === 12 ? 24 : (clock.hour % 12) + 12;
  return clock.exact ? clock : { ...clock, hour, exact: true };
}
