import { Temporal } from "temporal-polyfill";
import { easter, orthodoxEaster } from "./easter";

type Dates = (year: number) => Temporal.PlainDate;

/**
 * The day of each holiday in any year, with its names: of the United States (5 U.S.C. 6103 and custom), of Britain (GOV.UK's
 * bank holidays and custom), and of the Christian year, west and east.
 */
export const ALMANAC: Array<[Dates, ...string[]]> = [
  [on(1, 1), "new year's day", "new year day", "new year's", "new year"],
  [on(1, 6), "epiphany", "three kings' day", "twelfth night"],
  [on(1, 20), "inauguration day"],
  [on(1, 25), "burns night", "burns' night"],
  [on(1, 27), "holocaust memorial day"],
  [nth(1, 3, 1), "martin luther king day", "martin luther king's day", "martin luther king jr day", "mlk day"],
  [on(2, 1), "national freedom day"],
  [on(2, 2), "groundhog day", "candlemas"],
  [on(2, 12), "lincoln's birthday", "darwin day"],
  [on(2, 14), "valentine's day", "valentine day", "valentine's", "saint valentine's day"],
  [nth(2, 3, 1), "presidents' day", "president's day", "president day", "washington's birthday"],
  [on(3, 1), "saint david's day"],
  [on(3, 8), "international women's day", "women's day"],
  [on(3, 14), "pi day"],
  [on(3, 17), "saint patrick's day", "saint paddy's day", "saint pat's day"],
  [on(3, 25), "lady day"],
  [on(3, 31), "cesar chavez day"],
  [nth(3, 2, 1), "commonwealth day"],
  [nth(3, -1, 6), "earth hour"],
  [on(4, 1), "april fools' day", "april fool's day", "april fools", "april fool's", "all fools' day"],
  [on(4, 10), "siblings day"],
  [on(4, 14), "vaisakhi", "baisakhi", "vaishakhi"],
  [on(4, 15), "tax day"],
  [on(4, 16), "emancipation day"],
  [on(4, 22), "earth day"],
  [on(4, 23), "saint george's day"],
  [on(4, 25), "anzac day"],
  [nth(4, 3, 1), "patriots' day", "patriot's day"],
  [nth(4, -1, 5), "arbor day"],
  [weekdayFrom(4, 21, 3), "administrative professionals' day", "admin day", "secretaries' day", "secretary's day"],
  [weekdayFrom(4, 22, 4), "take our daughters and sons to work day", "take your child to work day"],
  [kingsDay, "koningsdag", "king's day"],
  [on(5, 1), "may day", "loyalty day", "international workers' day"],
  [on(5, 4), "star wars day"],
  [on(5, 5), "cinco de mayo"],
  [on(5, 8), "ve day", "v-e day", "victory in europe day"],
  [nth(5, 1, 1), "early may bank holiday", "may day bank holiday"],
  [nth(5, 2, 7), "mother's day", "mothers' day", "mother day", "mom's day"],
  [after(nth(5, 2, 7), -2), "military spouse day"],
  [nth(5, 3, 6), "armed forces day"],
  [nth(5, -1, 1), "memorial day", "decoration day", "spring bank holiday", "late may bank holiday"],
  [on(6, 6), "d-day", "d day"],
  [on(6, 14), "flag day"],
  [on(6, 19), "juneteenth", "juneteenth day"],
  [on(6, 24), "midsummer day", "midsummer's day"],
  [nth(6, 3, 7), "father's day", "fathers' day", "father day", "dad's day"],
  [on(7, 1), "canada day"],
  [on(7, 4), "independence day", "4th of july", "fourth of july", "july 4th"],
  [on(7, 12), "battle of the boyne", "orangemen's day"],
  [on(7, 14), "bastille day"],
  [on(7, 15), "saint swithin's day"],
  [nth(7, 4, 7), "parents' day", "parent's day"],
  [on(8, 1), "lammas", "yorkshire day"],
  [on(8, 15), "assumption day", "vj day", "v-j day"],
  [nth(8, -1, 1), "summer bank holiday", "august bank holiday", "late summer bank holiday"],
  [on(9, 11), "patriot day"],
  [on(9, 15), "battle of britain day"],
  [on(9, 17), "constitution day", "citizenship day"],
  [on(9, 19), "talk like a pirate day"],
  [on(9, 29), "michaelmas"],
  [nth(9, 1, 1), "labor day", "labour day"],
  [after(nth(9, 1, 1), 6), "grandparents' day", "grandparent's day", "national grandparents day"],
  [on(10, 9), "leif erikson day"],
  [on(10, 21), "trafalgar day"],
  [on(10, 24), "united nations day"],
  [on(10, 25), "saint crispin's day"],
  [on(10, 31), "halloween", "halloween day", "hallowe'en", "all hallows' eve"],
  [nth(10, 2, 1), "columbus day", "indigenous peoples' day", "canadian thanksgiving"],
  [nth(10, 3, 6), "sweetest day"],
  [workingDayBy(10, 16), "boss's day", "boss' day", "boss day", "bosses' day", "national boss day"],
  [on(11, 1), "all saints' day", "all hallows' day", "world vegan day"],
  [on(11, 2), "all souls' day", "day of the dead"],
  [on(11, 5), "guy fawkes night", "guy fawkes day", "bonfire night"],
  [on(11, 11), "veterans' day", "veteran's day", "armistice day", "remembrance day", "martinmas"],
  [on(11, 19), "international men's day", "men's day"],
  [on(11, 30), "saint andrew's day"],
  [after(nth(11, 1, 1), 1), "election day"],
  [nth(11, 2, 7), "remembrance sunday"],
  [nth(11, 4, 4), "thanksgiving", "thanksgiving day", "turkey day"],
  [after(nth(11, 4, 4), 1), "black friday"],
  [after(nth(11, 4, 4), 2), "small business saturday"],
  [after(nth(11, 4, 4), 4), "cyber monday"],
  [after(nth(11, 4, 4), 5), "giving tuesday"],
  [on(12, 1), "world aids day"],
  [on(12, 6), "saint nicholas day", "saint nicholas' day"],
  [on(12, 7), "pearl harbor day", "pearl harbor remembrance day"],
  [on(12, 8), "immaculate conception"],
  [on(12, 10), "human rights day"],
  [on(12, 24), "christmas eve", "xmas eve"],
  [on(12, 25), "christmas day", "christmas", "xmas day", "xmas", "x-mas"],
  [on(12, 26), "boxing day", "saint stephen's day", "kwanzaa"],
  [on(12, 31), "new year's eve", "new year eve", "nye", "hogmanay"],
  [advent, "advent sunday", "first sunday of advent", "first sunday in advent"],

  [after(easter, -48), "shrove monday", "rose monday"],
  [after(easter, -47), "shrove tuesday", "pancake day", "pancake tuesday", "mardi gras", "fat tuesday"],
  [after(easter, -46), "ash wednesday"],
  [after(easter, -21), "mothering sunday"],
  [after(easter, -7), "palm sunday"],
  [after(easter, -3), "maundy thursday", "holy thursday", "covenant thursday", "covenant thu", "thu of mysteries"],
  [after(easter, -2), "good friday", "holy friday", "great friday"],
  [after(easter, -1), "holy saturday", "easter saturday", "easter eve"],
  [easter, "easter", "easter sunday", "easter day"],
  [after(easter, 1), "easter monday", "easter mon"],
  [after(easter, 39), "ascension day", "ascension thursday", "ascension"],
  [after(easter, 49), "pentecost", "whit sunday", "whitsun", "white sunday"],
  [after(easter, 50), "whit monday", "pentecost monday"],
  [after(easter, 56), "trinity sunday"],
  [after(easter, 60), "corpus christi"],

  [after(orthodoxEaster, -48), "clean monday", "orthodox clean monday", "green monday"],
  [after(orthodoxEaster, -8), "lazarus saturday"],
  [after(orthodoxEaster, -7), "orthodox palm sunday"],
  [after(orthodoxEaster, -2), "orthodox good friday", "orthodox great friday", "orthodox holy friday"],
  [after(orthodoxEaster, -1), "orthodox holy saturday", "orthodox great saturday"],
  [orthodoxEaster, "orthodox easter", "orthodox easter sunday", "pascha"],
  [after(orthodoxEaster, 1), "orthodox easter monday"],
  [after(orthodoxEaster, 49), "orthodox pentecost"],
];

/** Longer times of the Christian year: their first day, how many days they last, and their names. */
export const TIDES: Array<[Dates, number, ...string[]]> = [
  [after(easter, -46), 46, "lent"],
  [after(easter, -7), 7, "holy week"],
  [after(orthodoxEaster, -48), 48, "great lent", "great fast", "orthodox lent"],
];

function on(month: number, day: number): Dates {
  return (year) => new Temporal.PlainDate(year, month, day);
}

function after(base: Dates, days: number): Dates {
  return (year) => base(year).add({ days });
}

/** The first such weekday (1 = Monday) from a day on. */
function weekdayFrom(month: number, day: number, weekday: number): Dates {
  return (year) => {
    const from = new Temporal.PlainDate(year, month, day);
    return from.add({ days: (weekday - from.dayOfWeek + 7) % 7 });
  };
}

/** The nth weekday of a month, its last when -1. */
function nth(month: number, n: number, weekday: number): Dates {
  if (n > 0) return weekdayFrom(month, 1 + 7 * (n - 1), weekday);
  return (year) => weekdayFrom(month, new Temporal.PlainDate(year, month, 1).daysInMonth - 6, weekday)(year);
}

// Saturday's is kept on the Friday before, Sunday's on the Monday after.
function workingDayBy(month: number, day: number): Dates {
  return (year) => {
    const date = new Temporal.PlainDate(year, month, day);
    return date.add({ days: date.dayOfWeek === 6 ? -1 : date.dayOfWeek === 7 ? 1 : 0 });
  };
}

// The Dutch king's, which keeps clear of Sundays.
function kingsDay(year: number): Temporal.PlainDate {
  const date = new Temporal.PlainDate(year, 4, 27);
  return date.dayOfWeek === 7 ? date.subtract({ days: 1 }) : date;
}

// The fourth Sunday before Christmas.
function advent(year: number): Temporal.PlainDate {
  return weekdayFrom(11, 27, 7)(year);
}
