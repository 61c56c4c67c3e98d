import { dictionary } from "@zxcvbn-ts/language-common";
import { expect, test } from "vitest";
import { weakness } from "@/db/passwords";

/** Commonest first; Better Auth hashes in NFKC, the list is plain text. */
const common = dictionary["passwords-common"].map(String);

test("refuses every one of the commonest 3,000, however it is drawn out to ten characters", () => {
  const drawOut = [
    (password: string) => `${password}1234567890`.slice(0, Math.max(10, password.length)),
    (password: string) => password.padEnd(10, "!"),
    (password: string) => password.padEnd(10, "0"),
    (password: string) => password.repeat(Math.ceil(10 / password.length)),
  ];
  const drawnOut = common.slice(0, 3000).map((password, index) => drawOut[index % drawOut.length]?.(password) ?? "");
  expect(drawnOut.filter((password) => !weakness(password))).toEqual([]);
});

test("refuses all that are long enough among the 49,000 that it knows", () => {
  const long = common.filter((password) => password.length >= 10);
  expect(long.length).toBeGreaterThan(1000);
  expect(long.filter((password) => !weakness(password))).toEqual([]);
});

test.each(["P@ssw0rd123", "qwertyuiop[]", "abcdefghijk", "19901990199", "monkey1234!!", "letmein12345"])(
  "refuses %s",
  (password) => {
    expect(weakness(password)).toMatch("too easy to guess");
  },
);

test.each([
  "plum-2f8a51c0",
  "correct horse battery",
  "ferns and oat milk",
  "пароль для фіалок",
  "🌿 water the ferns 🌿",
  "k3Jf9sQ2mLx",
])("takes %s", (password) => {
  expect(weakness(password, { name: "Ada", email: "ada@example.com" })).toBeUndefined();
});

test("refuses the person's own name and address, whatever stands around them", () => {
  const person = { name: "Ada Byron", email: "lovelace@example.com" };
  for (const password of ["my BYRON password", "lovelace-is-my-name", "x lovelace@example.com x"]) {
    expect(weakness(password, person)).toMatch("Don’t use your name");
  }
});

test("counts characters, not UTF-16 units", () => {
  expect(weakness("🌿🌿🌿🌿🌿🌿🌿🌿🌿")).toBe("Use at least 10 characters.");
});

test("judges a long password by its first 64 characters, so that none takes long", () => {
  expect(weakness(`${"a".repeat(63)} quiet lantern river otter`)).toMatch("too easy to guess");
  expect(weakness(`${"a".repeat(30)} quiet lantern river otter`)).toBeUndefined();
});
