const ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
const NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const FILLER =
  "(?:one|ones|item|items|task|tasks|line|thing|entry|event|reminder|from|in|on|off|my|list|of them|of those|please|only|the|just|and|,|number|numbers|nr|no|option|a|that|to do)";
const NUMBER = `(?:${ORDINALS.join("|")}|last|\\d{1,2}(?:st|nd|rd|th)?|#\\d{1,2}|${NUMBERS.join("|")})`;
const PLACES = new RegExp(`^(?:${FILLER} )*${NUMBER}(?: (?:${FILLER}|${NUMBER}))*$`);
const ONE = /^(?:(?:that|the|this|a|only|just|please) )*ones?$/;
const GROUP =
  /^(?:the )?(?<end>first|last) (?<count>two|three|four|five|six|seven|eight|nine|ten|\d)(?: (?:ones|items|tasks|of them|things|events))?$/;

/**
 * Places in a list that words name, from 1, or from the end when negative: "the second one" is [2], "1 and 3" [1, 3],
 * "the last two" [-2, -1]. Empty when the words say anything else.
 */
export function placesIn(plain: string): number[] {
  const group = GROUP.exec(plain)?.groups;
  if (group) {
    const count = numberOf(group.count ?? "");
    return Array.from({ length: count }, (_, at) => (group.end === "first" ? at + 1 : at - count));
  }
  if (!PLACES.test(plain) || ONE.test(plain)) return [];
  // "the second one": that "one" is no number.
  const heads = plain.replace(/(?<=(?:[a-z]+(?:st|nd|rd|th|st)|last|that|the|this|\d) )ones?\b/g, "");
  return heads.split(" ").flatMap((word) => (word === "last" ? -1 : numberOf(word) || []));
}

function numberOf(word: string): number {
  const spelt = Math.max(ORDINALS.indexOf(word), NUMBERS.indexOf(word)) + 1;
  return spelt || Number.parseInt(word.replace("#", ""), 10) || 0;
}
