/** What names of months begin with, as a piece of a regular expression. */
export const MONTHS = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)";

/** Before these a day is part of a name or of a noun's own: "the Friday report". */
export const DETERMINERS = words("the a an my your his her its our their this that these those");

/** What may follow a time in a sentence without making it the name of something. */
export const FUNCTION_WORDS = words(`
  and or but then with without in on at for from to by via near outside inside of about re regarding after before until till if instead though anyway
  when while because so as is are was will must should can i we you he she they it please not unless than also the a an my your
  his her our their`);

/** After these comes a person's name. */
export const HONORIFICS = words("mr mrs ms miss dr prof professor sir");

/** Short for a day, but as often a name. */
export const SHORTHAND = words("tom tod");

/** Before these a day is a deadline. */
export const DEADLINE_WORDS = words("by before until till on");

/** After these, as after a verb, "tom" is a person even in lower case. */
export const MET = words(`
  thank message msg ping dm interview congratulate introduce brief chase nudge hug kiss marry fire promote coach mentor train support
  uncle cousin saint st major tom`);

/** Things that are counted through: behind them stand their numbers. */
export const NUMBERED = words(`
  page pages chapter chapters section sections part parts volume volumes issue issues verse verses line lines row rows column columns
  question questions exercise exercises problem problems task tasks step steps item items point points slide slides figure figures
  episode episodes season seasons lesson lessons lecture lectures unit units module modules week weeks level levels
  room rooms gate gates platform platforms number numbers`);

/** Behind these stands an amount of money. */
export const PAYING = words("pay owe lend spend save transfer refund");

/** With one of these a number is a clock's. */
export const CLOCK_SIGNS = words("am pm a p : h o'clock oclock at @ noon midnight");

/** After a bare number these count on: "3 of the eggs", "two to three". */
export const COUNTING_WORDS = words("to of and or");

/** A time that begins with these stands by itself: "on Friday send the invoice". */
export const LEADING_WORDS = words("on by until till before after this next last coming in");

/** A time may follow a time. */
export const TIME_WORDS = words("today tomorrow tonight yesterday every next this daily weekly monthly yearly");

/** Before these "every day" is "everyday" misspelt, and part of a name: "every day carry". */
export const EVERYDAY = words(
  "carry wear use life living things items objects essentials clothes shoes people hero heroes counts matters",
);

/** Behind these, days in the plural are what is spoken of: "skip Mondays", "most weekends". */
export const SPEAKING_OF_DAYS = words(`
  love like hate dread enjoy survive skip avoid block free keep clear plan book count cancel move drop change off
  most some many few all both no more two three four five six`);

/** What tasks commonly begin with: after "Friday", such a word begins the task and is no name that Friday is part of. */
export const VERBS =
  words(`add answer apply arrange ask attend bake book borrow bring brush buy call cancel change charge check choose clean clear collect
  come complete confirm contact cook create cut decide deliver discuss do donate download draft drink drive drop eat email empty
  end exercise feed fetch fill find finish fix fly follow forward get give go hang have help hire iron install invite join learn
  leave listen look make meditate meet mail mow move order organise organize pack paint pay phone pick plan plant play post practise
  practice prepare print put read register remind remove rename renew rent repair repeat replace reply reschedule research return
  review ring run sand schedule see sell send set shop sign skype speak start stop study submit swim take talk teach tell text think
  throw tidy transfer try turn update upload vacuum visit wake walk wash watch water wipe work wrap write`);

function words(list: string): Set<string> {
  return new Set(list.trim().split(/\s+/));
}
