import type { Temporal } from "temporal-polyfill";
import { type Days, lunar } from "./lunar";

const hebrew = (month: RegExp, day: number) => lunar("hebrew", month, day);
const islamic = (month: number, day: number) => lunar("islamic-umalqura", new RegExp(`^${month}$`), day);
const chinese = (month: number, day: number) => lunar("chinese", new RegExp(`^${month}$`), day);

/**
 * The feasts of the Jewish, Islamic, Chinese and Persian years, with their names. A Jewish day begins at sunset, so it is the evening
 * before that such a feast begins and that something has to be ready; Muslim ones may be moved by a day where the moon is seen.
 */
export const FEASTS: Array<[Days, ...string[]]> = [
  [eve(hebrew(/^Tishri$/, 1)), "rosh hashanah", "rosh hashana", "rosh ha-shanah", "jewish new year"],
  [eve(hebrew(/^Tishri$/, 10)), "yom kippur", "day of atonement"],
  [eve(hebrew(/^Tishri$/, 15)), "sukkot", "succot", "sukkos", "succos", "feast of tabernacles"],
  [eve(hebrew(/^Tishri$/, 21)), "hoshana rabbah", "hoshana raba"],
  [eve(hebrew(/^Tishri$/, 22)), "shemini atzeret", "shmini atzeret"],
  [eve(hebrew(/^Tishri$/, 23)), "simchat torah", "simhat torah", "simchas torah"],
  [eve(hebrew(/^Kislev$/, 25)), "hanukkah", "hanukah", "chanukah", "chanukkah", "hannukah"],
  [eve(hebrew(/^Shevat$/, 15)), "tu bishvat", "tu b'shvat", "tu b'shevat"],
  [eve(hebrew(/^Adar(?: II)?$/, 14)), "purim"],
  [eve(hebrew(/^Nisan$/, 15)), "passover", "pesach", "pesah"],
  [eve(shifted(hebrew(/^Nisan$/, 27), { 5: -1, 7: 1 })), "yom hashoah", "yom ha-shoah", "holocaust day"],
  [
    eve(shifted(hebrew(/^Iyar$/, 5), { 1: 1, 5: -1, 6: -2 })),
    "yom haatzmaut",
    "yom ha'atzmaut",
    "israeli independence day",
  ],
  [eve(hebrew(/^Iyar$/, 18)), "lag b'omer", "lag baomer", "lag ba'omer", "lag laomer"],
  [eve(hebrew(/^Sivan$/, 6)), "shavuot", "shavuos", "shavuoth", "feast of weeks"],
  [eve(shifted(hebrew(/^Av$/, 9), { 6: 1 })), "tisha b'av", "tisha bav", "ninth of av"],

  [islamic(1, 1), "islamic new year", "hijri new year", "arabic new year", "amun jadid"],
  [islamic(1, 10), "ashura", "day of ashura", "ashoura"],
  [islamic(3, 12), "mawlid", "mawlid an-nabi", "mawlid al-nabi", "milad un-nabi", "eid milad un-nabi", "mawlid day"],
  [islamic(7, 27), "isra and mi'raj", "isra miraj", "laylat al-mi'raj", "shab-e-miraj", "the prophet's ascension"],
  [islamic(8, 15), "shab-e-barat", "mid-sha'ban", "laylat al-bara'at"],
  [islamic(9, 1), "ramadan", "ramadhan", "ramzan", "start of ramadan", "beginning of ramadan", "first day of ramadan"],
  [lastFriday(islamic(9, -1)), "jamat ul-vida", "jumu'atul-wida", "jumu'ah al-wida", "jummah ul-wida"],
  [
    islamic(9, 27),
    "laylat al-qadr",
    "laylat al qadr",
    "laylat al kadr",
    "laylat ul-qadr",
    "night of power",
    "night of destiny",
  ],
  [islamic(9, -1), "end of ramadan", "last day of ramadan"],
  [islamic(10, 1), ...eids("fitr"), "festival of breaking the fast", "lesser eid"],
  [islamic(12, 9), "day of arafah", "day of arafat", "arafah day", "arafat day"],
  [
    islamic(12, 10),
    ...eids("adha"),
    "bakr id",
    "bakr eid",
    "bakrid",
    "sacrifice feast",
    "feast of sacrifice",
    "greater eid",
  ],

  [chinese(1, 1), ...newYears("chinese"), ...newYears("lunar"), ...newYears("chinese lunar"), "spring festival"],
  [chinese(1, 15), "lantern festival"],
  [chinese(4, 15), "vesak", "vesak day", "wesak", "buddha day", "buddha purnima"],
  [chinese(5, 5), "dragon boat festival"],
  [chinese(7, 7), "qixi", "qixi festival"],
  [chinese(8, 15), "mid-autumn festival", "mid autumn festival", "moon festival", "mooncake festival"],
  [chinese(9, 9), "double ninth festival", "chongyang festival"],

  [lunar("persian", /^1$/, 1), "nowruz", "norooz", "persian new year", "iranian new year"],
];

function eids(name: string) {
  return ["eid al-", "eid ul-", "eid al ", "eid ul ", "eid-al-", "eid-ul-", "id al-", "id ul-"].map(
    (head) => head + name,
  );
}

function newYears(name: string) {
  return ["new year", "new year's", "new year's day"].map((tail) => `${name} ${tail}`);
}

function eve(days: Days): Days {
  return (year) => days(year).map((date) => date.subtract({ days: 1 }));
}

/** Days that are moved when they fall on some weekdays (1 = Monday), by so many days. */
function shifted(days: Days, by: Record<number, number>): Days {
  return (year) => days(year).map((date) => date.add({ days: by[date.dayOfWeek] ?? 0 }));
}

function lastFriday(days: Days): Days {
  const back = ({ dayOfWeek }: Temporal.PlainDate) => (dayOfWeek - 5 + 7) % 7;
  return (year) => days(year).map((date) => date.subtract({ days: back(date) }));
}
