import { cardinal, digits, ordinal, spoken } from "./elements";
import { glued, type Meaning, rule } from "./grammar";

type Said = Extract<Meaning, { is: "number" }>["said"];

const SMALL =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ORDINALS =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  );

/** Cardinal and ordinal numbers, in digits and in words. */
export const numbers = [
  ...SMALL.flatMap((word, value) => rule([word], () => number(value, "in words"))),
  ...TENS.flatMap((word, at) => rule([word], () => number(20 + 10 * at, "in words"))),
  ...TENS.flatMap((word, at) => rule([word, "-?", spoken(1, 9)], (rest) => number(20 + 10 * at + rest, "in words"))),
  ...rule(["two thousand", "and?", spoken(1, 99)], (rest) => number(2000 + rest, "in words")),
  ...rule(["a|one", "dozen"], () => number(12, "roughly")),
  ...rule(["a?", "couple|pair", "of?"], () => number(2, "roughly")),
  ...rule(["a?", "few"], () => number(3, "roughly")),
  ...rule([digits(0, 9999999)], (value) => number(value)),
  ...rule([digits(0, 999), "~.", glued(digits(0, 9, 1))], (whole, tenths) => number(whole + tenths / 10)),
  ...rule([cardinal(0, 99), "and", "a|an", "half"], (whole) => number(whole + 0.5)),

  ...ORDINALS.flatMap((word, at) => rule([word], () => order(at + 1))),
  ...rule(["nineth"], () => order(9)),
  ...rule(["twelveth"], () => order(12)),
  ...rule(["thirtieth"], () => order(30)),
  ...rule(["twenty", "-?", ordinal(9)], (rest) => order(20 + rest)),
  ...rule(["thirty", "-?", ordinal(1)], () => order(31)),
  ...rule([digits(1, 366), "~st|nd|rd|th"], (value) => order(value)),
];

function number(value: number, said: Said = "in figures"): Meaning {
  return { is: "number", value, said };
}

function order(value: number): Meaning {
  return { is: "ordinal", value };
}
