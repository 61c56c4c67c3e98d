import type { Rule } from "./rule";

/**
 * Writes days of the month after the 28th in plain RFC 5545 parts, so that a shorter month has its last day instead of none (SKIP=BACKWARD
 * of RFC 7529, which few programs read). The latest day becomes the last of those from the 28th on that the month has:
 * BYMONTHDAY=28,29,30,31;BYSETPOS=-1 for the 31st. Other days keep their place in that list.
 * @returns the same rule if it has no such days, names them with BYDAY, BYSETPOS or from the end, or comes in several months but not each year.
 * @see https://www.rfc-editor.org/rfc/rfc7529#section-4.1
 */
export function spellOutMonthEnds(rule: Rule): Rule {
  const { frequency, interval = 1, byMonth, byDay, bySetPos } = rule;
  const wanted = [...new Set(rule.byMonthDay)].toSorted((a, b) => a - b);
  const [first = 0, last = 0] = [wanted[0], wanted.at(-1)];
  const isOfMonths = frequency === "MONTHLY" || (frequency === "YEARLY" && (byMonth?.length === 1 || interval === 1));
  if (!isOfMonths || byDay || bySetPos || first < 0 || last < 29) return rule;
  const offered = [...new Set([...wanted, 28, 29, 30, 31])].filter((day) => day <= last).toSorted((a, b) => a - b);
  return {
    ...rule,
    // BYSETPOS chooses within a period, which must be the month when there are several.
    frequency: byMonth?.length === 1 ? frequency : "MONTHLY",
    byMonthDay: offered,
    bySetPos: [...wanted.slice(0, -1).map((day) => offered.indexOf(day) + 1), -1],
  };
}

/** The opposite of `spellOutMonthEnds`: a rule with the days that are meant, and no BYSETPOS. Other rules stay as they are. */
export function gatherMonthEnds(rule: Rule): Rule {
  const { bySetPos, ...plain } = rule;
  const offered = rule.byMonthDay?.toSorted((a, b) => a - b);
  if (!bySetPos || !offered) return rule;
  const byMonthDay = bySetPos
    .flatMap((place) => offered.at(place > 0 ? place - 1 : place) ?? [])
    .toSorted((a, b) => a - b);
  const gathered: Rule = { ...plain, byMonthDay };
  return isSame(spellOutMonthEnds(gathered), rule) ? gathered : rule;
}

function isSame(a: Rule, b: Rule): boolean {
  const parts = ({ frequency, byMonthDay, bySetPos }: Rule) =>
    JSON.stringify([frequency, byMonthDay?.toSorted(), bySetPos?.toSorted()]);
  return parts(a) === parts(b);
}
