import { BASE_62_DIGITS, generateKeyBetween } from "fractional-indexing";

let last = 0;

/**
 * A position after every task there is, found without asking the database: a fractional index whose integer part is the clock
 * (in microseconds), so that any number of parallel writers get places of their own, in the order of their coming.
 * @see https://github.com/rocicorp/fractional-indexing
 */
export function atEnd(): string {
  last = Math.max(last + 1, Date.now() * 1000);
  // "i" is the head of an integer part of nine digits; a fraction may not end in "0".
  return `i${digits(last, 9)}${digits(Math.random() * 62 ** 2, 2)}V`;
}

/** Whether `value` is a fractional index in base 62. */
export function isPosition(value: string): boolean {
  try {
    return /^[a-z][0-9a-z]+$/i.test(value) && generateKeyBetween(value, null) > value;
  } catch {
    return false;
  }
}

function digits(value: number, length: number): string {
  let text = "";
  for (let rest = Math.floor(value); text.length < length; rest = Math.floor(rest / 62))
    text = `${BASE_62_DIGITS[rest % 62]}${text}`;
  return text;
}
