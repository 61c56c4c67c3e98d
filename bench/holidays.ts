/**
 * Whose holidays the issue asks for by name, written down before any was counted: the federal holidays of the United States
 * (5 U.S.C. 6103) and the days widely kept there, Britain's bank holidays (GOV.UK) and the days widely kept there, and the
 * Christian year, western and eastern.
 */
const UNITED_STATES = `new year's day, new year's eve, martin luther king, mlk, washington's birthday, president's day, memorial day,
  juneteenth, independence day, fourth of july, labor day, columbus day, indigenous peoples, veterans day, thanksgiving,
  christmas, xmas, groundhog, lincoln's birthday, valentine, mardi gras, saint patrick, st patrick, april fool, tax day,
  earth day, arbor day, cinco de mayo, mother's day, armed forces day, flag day, father's day, grandparents day, patriot day,
  boss, halloween, election day, black friday, cyber monday, giving tuesday, pearl harbor, kwanzaa, super bowl, parents' day,
  administrative professionals, secretary, inauguration day, constitution day, cesar chavez, patriots' day, siblings day`;
const BRITAIN = `bank holiday, boxing day, may day, burns night, saint david, st david, saint george, st george, saint andrew,
  st andrew, commonwealth day, mothering sunday, pancake, remembrance, armistice, guy fawkes, bonfire night, hogmanay,
  trafalgar, michaelmas, candlemas, midsummer, twelfth night`;
const CHRISTIAN = `epiphany, ash wednesday, shrove, lent, great fast, clean monday, palm sunday, holy week, maundy, covenant thu,
  thu of mysteries, good friday, great friday, holy saturday, lazarus, easter, ascension, pentecost, whit, trinity sunday,
  corpus christi, assumption, all saints, all souls, advent, immaculate conception`;

const NAMES = [UNITED_STATES, BRITAIN, CHRISTIAN].flatMap((names) => names.split(",")).map(plain);

/** Whether a phrase names a holiday of these. */
export function isAngloChristian(text: string): boolean {
  return NAMES.some((name) => ` ${plain(text)} `.includes(` ${name}`));
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/['’]/g, "").replace(/\s+/g, " ").trim();
}
