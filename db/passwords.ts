import * as argon2 from "@node-rs/argon2";
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import { verifyPassword as verifyScrypt } from "better-auth/crypto";

/** In characters. The upper one is Better Auth's own; hashing more costs time and adds nothing. */
export const LENGTH = { min: 10, max: 128 } as const;

/** Argon2id with 19 MiB and two passes takes 40 ms. Source: OWASP, Password Storage Cheat Sheet. */
const FIGURES = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const PREFIX = `$argon2id$v=19$m=${FIGURES.memoryCost},t=${FIGURES.timeCost},p=${FIGURES.parallelism}$`;

/** Of zxcvbn's five grades, 0 to 4: from 3 on it takes more than 10^8 guesses. */
const ENOUGH = 3;

/** Its time grows faster than the length, and what is guessed in the first 64 characters decides. */
const READ_AT_MOST = 64;

/** Shorter names stand in too many words to forbid them. */
const NAME_AT_LEAST = 4;

let estimator: ZxcvbnFactory | undefined;

/**
 * What is wrong with a password for this person, in words for them, or `undefined` when it will do.
 *
 * The estimator knows the 49,000 commonest leaked passwords, and sees them through capitals, leet, a number at the end,
 * repeats, sequences and walks over the keyboard. Made on first use: 30 ms and 9 MB that only signing up needs.
 * Source: Wheeler, "zxcvbn: Low-Budget Password Strength Estimation", USENIX Security 2016; NIST SP 800-63B, 3.1.1.2.
 */
export function weakness(password: string, person: { name?: string; email?: string } = {}): string | undefined {
  const length = [...password].length;
  if (length < LENGTH.min) return `Use at least ${LENGTH.min} characters.`;
  if (length > LENGTH.max) return `Use at most ${LENGTH.max} characters.`;

  const own = ownWords(person);
  const said = password.toLowerCase();
  if (own.some((word) => said.includes(word))) return "Don’t use your name or email address.";

  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: READ_AT_MOST });
  if (estimator.check(password, [...own, "tandem"]).score >= ENOUGH) return undefined;
  return "This is too easy to guess: it’s close to a password that attackers try first. Three or four unrelated words work well.";
}

function ownWords({ name = "", email = "" }: { name?: string; email?: string }): string[] {
  const words = [email, email.split("@", 1)[0] ?? "", name, ...name.split(/\s+/)];
  return words.map((word) => word.trim().toLowerCase()).filter((word) => word.length >= NAME_AT_LEAST);
}

/** What is stored for a password. Off the main thread; how many at once is for the caller to bound. */
export const hash = (password: string): Promise<string> => argon2.hash(password, FIGURES);

/** Whether a password is the one that was hashed, now or in an older way: the first versions used Better Auth's scrypt. */
export const verify = ({ hash, password }: { hash: string; password: string }): Promise<boolean> =>
  hash.startsWith("$argon2") ? argon2.verify(hash, password) : verifyScrypt({ hash, password });

/** Whether a hash was made in an older way, or with other figures, and should be made anew. */
export const isOld = (hash: string): boolean => !hash.startsWith(PREFIX);
