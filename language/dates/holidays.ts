import { Temporal } from "temporal-polyfill";
import { easter, orthodoxEaster } from "./easter";
import { rule } from "./grammar";
import { when, yearly } from "./whens";

type Dates = (year: number) => Temporal.PlainDate;

// Each holiday's day in a year, and the names that it goes by; "day" and "'s" may be left out where they end a name.
const HOLIDAYS: Array<[Dates, ...string[]]> = [
  [on(1, 1), "new year's day", "new years day", "new year day", "new year", "new years"],
  [on(12, 31), "new year's eve", "new years eve", "new year eve", "nye", "hogmanay"],
  [on(12, 25), "christmas day", "christmas", "xmas day", "xmas"],
  [on(12, 24), "christmas eve", "xmas eve"],
  [on(12, 26), "boxing day", "st stephen's day", "saint stephen's day"],
  [
    on(2, 14),
    "valentine's day",
    "valentines day",
    "valentine day",
    "valentine's",
    "valentines",
    "st valentine's day",
    "saint valentine's day",
  ],
  [
    on(3, 17),
    "st patrick's day",
    "saint patrick's day",
    "st. patrick's day",
    "st patricks day",
    "saint patricks day",
    "st paddy's day",
    "st. paddy's day",
    "saint paddy's day",
  ],
  [on(3, 1), "st david's day", "saint david's day", "st. david's day"],
  [on(4, 23), "st george's day", "saint george's day", "st. george's day", "feast of saint george"],
  [on(11, 30), "st andrew's day", "saint andrew's day", "st. andrew's day"],
  [on(1, 25), "burns night", "burns' night"],
  [on(10, 31), "halloween", "halloween day", "hallowe'en", "all hallows' eve", "all hallows eve"],
  [on(11, 1), "all saints' day", "all saints day", "all hallows' day", "all hallows day", "hallowmas"],
  [on(11, 2), "all souls' day", "all souls day"],
  [on(11, 5), "guy fawkes night", "guy fawkes day", "bonfire night"],
  [on(11, 11), "veterans day", "veteran's day", "veterans' day", "armistice day", "remembrance day"],
  [on(1, 6), "epiphany", "three kings day", "three kings' day", "twelfth night"],
  [on(2, 2), "groundhog day", "groundhogs day", "candlemas"],
  [on(2, 12), "lincoln's birthday", "darwin day"],
  [on(3, 14), "pi day"],
  [on(3, 8), "international women's day", "international womens day", "women's day", "womens day"],
  [on(11, 19), "international men's day", "international mens day"],
  [on(4, 1), "april fools' day", "april fools day", "april fool's day", "april fools", "april fool's"],
  [on(4, 15), "tax day"],
  [on(4, 22), "earth day"],
  [on(5, 1), "may day", "international workers' day", "labour day"],
  [on(5, 4), "star wars day"],
  [on(5, 5), "cinco de mayo"],
  [on(6, 14), "flag day"],
  [on(6, 19), "juneteenth", "juneteenth day"],
  [on(7, 4), "independence day", "4th of july", "fourth of july", "july 4th"],
  [on(7, 12), "orangemen's day"],
  [on(7, 14), "bastille day"],
  [on(9, 11), "patriot day", "9/11 day"],
  [on(9, 19), "talk like a pirate day"],
  [on(10, 24), "united nations day"],
  [on(11, 1), "world vegan day"],
  [on(12, 6), "st nicholas day", "saint nicholas day", "st nicholas' day", "saint nicholas' day"],
  [on(12, 7), "pearl harbor day", "pearl harbor remembrance day"],
  [on(12, 10), "human rights day"],
  [on(12, 1), "world aids day"],
  [on(8, 15), "assumption day", "assumption"],
  [on(12, 8), "immaculate conception"],
  [
    nth(1, 3, 1),
    "martin luther king day",
    "martin luther king's day",
    "martin luther king jr day",
    "martin luther king jr. day",
    "martin luther kings day",
    "mlk day",
    "civil rights day",
    "idaho human rights day",
  ],
  [
    nth(2, 3, 1),
    "presidents' day",
    "presidents day",
    "president's day",
    "president day",
    "washington's birthday",
    "washington's day",
    "daisy gatson bates day",
  ],
  [nth(5, 2, 7), "mother's day", "mothers' day", "mothers day", "mother day", "mom's day"],
  [nth(6, 3, 7), "father's day", "fathers' day", "fathers day", "father day", "dad's day"],
  [nth(5, -1, 1), "memorial day", "decoration day", "spring bank holiday"],
  [nth(5, 1, 1), "early may bank holiday"],
  [nth(8, -1, 1), "summer bank holiday", "august bank holiday", "late summer bank holiday"],
  [nth(9, 1, 1), "labor day"],
  [nth(10, 2, 1), "columbus day", "indigenous peoples' day", "indigenous peoples day", "canadian thanksgiving"],
  [nth(11, 4, 4), "thanksgiving", "thanksgiving day"],
  [after(nth(11, 4, 4), 1), "black friday"],
  [after(nth(11, 4, 4), 4), "cyber monday"],
  [after(nth(11, 4, 4), 5), "giving tuesday"],
  [after(nth(11, 1, 1), 1), "election day"],
  [nth(11, 2, 7), "remembrance sunday"],
  [nth(5, 3, 6), "armed forces day"],
  [nth(4, -1, 5), "arbor day"],
  [
    weekdayNear(4, 21, 3),
    "administrative professionals' day",
    "administrative professionals day",
    "administrative professional day",
    "secretaries' day",
    "secretaries day",
    "secretary's day",
    "secretary day",
    "admins day",
    "admin day",
    "admin's day",
  ],
  [weekdayBy(10, 16), "boss's day", "boss' day", "bosses day", "boss day", "bosses' day", "national boss day"],
  [nth(3, 2, 7), "daylight saving start", "daylight savings start day", "dst start"],
  [nth(9, 1, 7), "grandparents weekend"],
  [after(nth(9, 1, 1), 6), "grandparents' day", "grandparents day", "national grandparents day", "grandparent's day"],
  [nth(4, 4, 4), "take our daughters and sons to work day", "take your child to work day"],
  [fromEaster(0), "easter", "easter sunday", "easter day"],
  [fromEaster(1), "easter monday", "easter mon"],
  [fromEaster(-1), "holy saturday", "easter saturday", "easter eve", "black saturday"],
  [fromEaster(-2), "good friday", "holy friday", "great friday"],
  [
    fromEaster(-3),
    "maundy thursday",
    "holy thursday",
    "covenant thursday",
    "sheer thursday",
    "thursday of mysteries",
    "covenant thu",
    "thu of mysteries",
  ],
  [fromEaster(-7), "palm sunday", "branch sunday"],
  [fromEaster(-21), "mothering sunday"],
  [fromEaster(-46), "ash wednesday", "carnival end"],
  [fromEaster(-47), "shrove tuesday", "pancake day", "pancake tuesday", "mardi gras", "fat tuesday"],
  [fromEaster(-48), "shrove monday", "rose monday"],
  [fromEaster(39), "ascension day", "ascension", "ascension thursday", "feast of the ascension"],
  [fromEaster(49), "pentecost", "whit sunday", "whitsun", "white sunday"],
  [fromEaster(50), "whit monday", "pentecost monday", "monday of the holy spirit"],
  [fromEaster(56), "trinity sunday"],
  [fromEaster(60), "corpus christi", "feast of corpus christi"],
  [fromOrthodox(0), "orthodox easter", "orthodox easter sunday", "pascha", "orthodox pascha"],
  [fromOrthodox(1), "orthodox easter monday"],
  [fromOrthodox(-2), "orthodox good friday", "orthodox great friday", "orthodox holy friday"],
  [fromOrthodox(-1), "orthodox holy saturday", "orthodox great saturday", "lazarus weekend"],
  [fromOrthodox(-7), "orthodox palm sunday"],
  [fromOrthodox(-8), "lazarus saturday"],
  [
    fromOrthodox(-48),
    "clean monday",
    "orthodox shrove monday",
    "orthodox ash monday",
    "orthodox clean monday",
    "pure monday",
    "green monday",
  ],
  [fromOrthodox(49), "orthodox pentecost", "orthodox whit sunday"],
];

/** Holidays of the United States and Britain, and the Christian year, reckoned for any year: "Thanksgiving 2017", "Boxing Day". */
export const holidays = [
  ...HOLIDAYS.flatMap(([date, ...names]) =>
    names.flatMap((name) => rule([name], () => when(yearly(date), { as: "holiday" }, { doubt: "only" }))),
  ),
];

function on(month: number, day: number): Dates {
  return (year) => new Temporal.PlainDate(year, month, day);
}

/** The nth weekday (1 = Monday) of a month, from its end when negative. */
function nth(month: number, n: number, weekday: number): Dates {
  return (year) => {
    const first = new Temporal.PlainDate(year, month, 1);
    if (n < 0) {
      const last = first.with({ day: first.daysInMonth });
      return last.subtract({ days: (last.dayOfWeek - weekday + 7) % 7 });
    }
    return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + 7 * (n - 1) });
  };
}

function after(base: Dates, days: number): Dates {
  return (year) => base(year).add({ days });
}

function fromEaster(days: number): Dates {
  return after(easter, days);
}

function fromOrthodox(days: number): Dates {
  return after(orthodoxEaster, days);
}

// The Wednesday of the last full week of April.
function weekdayNear(month: number, day: number, weekday: number): Dates {
  return (year) => {
    const from = new Temporal.PlainDate(year, month, day);
    return from.add({ days: (weekday - from.dayOfWeek + 7) % 7 });
  };
}

// A working day: Saturday's is kept on the Friday before, Sunday's on the Monday after.
function weekdayBy(month: number, day: number): Dates {
  return (year) => {
    const date = new Temporal.PlainDate(year, month, day);
    return date.add({ days: date.dayOfWeek === 6 ? -1 : date.dayOfWeek === 7 ? 1 : 0 });
  };
}
