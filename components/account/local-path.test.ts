import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { localPath, pathAfter, SIGNED_IN } from "@/components/account/local-path";

test("knows every page for users by the first part of its path", () => {
  const folders = readdirSync(join(import.meta.dirname, "../../app/(app)"), { withFileTypes: true });
  expect(SIGNED_IN.toSorted()).toEqual(folders.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort());
});

test.each(["/tasks", "/tags/1?sort=due", "/chat/2#last", "/search?q=%2F%2Fevil"])("follows %s", (path) => {
  expect(localPath(path)).toBe(path);
});

test.each([
  undefined,
  "",
  "/",
  "today",
  "https://evil.example/today",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "\n//evil.example",
  "/.//evil.example/x",
  "/./\\evil.example",
  "/x/..//evil.example",
  "/%2e//evil.example",
  "/today/..//evil.example",
  "/today/../../evil.example",
  "/today//evil.example",
  "/today/%2e%2e/%2fevil.example",
  "/today@evil.example",
  "/today:80@evil.example",
  "/goodbye",
  "/api/auth/sign-out",
  "/sign-in?next=/sign-in",
  "/_next/static/x",
  "/todays",
  "javascript:alert(1)",
  ["/tasks"],
])("stays at home for %j", (path) => {
  expect(localPath(path)).toBe("/today");
});

/** What addresses are made of, and what makes one lead elsewhere; each also percent-encoded, once and twice. */
const pieces = [
  ...SIGNED_IN,
  ..."/\\.:@?#%&;=~*\0\t\n\r \u00a0\u2028\uff0f\ufeff\ud800",
  "//",
  "..",
  "/..",
  "evil.example",
  "http:",
  "https://",
  "javascript:",
  "data:",
  "user:password@",
];
const piece = fc
  .tuple(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 4 })), fc.nat({ max: 2 }))
  .map(([text, times]) => encoded(text, times));
const address = fc
  .tuple(fc.constantFrom("", "/", "/today", "/tags/1", "/.", "/x/..", "https://"), fc.array(piece, { maxLength: 8 }))
  .map(([start, rest]) => start + rest.join(""));

function encoded(text: string, times: number): string {
  const once = () => [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
  return times === 0 ? text : encoded(once(), times - 1);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const HERE = "https://tandem.example";

test("whatever it is given, a browser stays with us and lands on a page of ours, also where something decodes it once more", () => {
  fc.assert(
    fc.property(address, (next) => {
      const path = localPath(next);
      for (const read of [
        path,
        decoded(path),
        decoded(decoded(path)),
        path.replaceAll("\\", "/"),
        path.normalize("NFKC"),
      ]) {
        const { origin, pathname, username } = new URL(read, HERE);
        expect([origin, username]).toEqual([HERE, ""]);
        expect(SIGNED_IN).toContain(pathname.split("/")[1]);
      }
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  ["https://tandem.example/sign-in?next=%2Ftags%2F1%3Fsort%3Ddue", "/tags/1?sort=due"],
  ["https://tandem.example/sign-in", "/today"],
  ["https://tandem.example/sign-in?next=//evil.example", "/today"],
  ["no address", "/today"],
  [null, "/today"],
])("from %s it goes on to %s", (address, path) => {
  expect(pathAfter(address)).toBe(path);
});
