import { expect, test } from "vitest";
import { snippet } from "@/components/chat/snippet";

test("a snippet begins a little before the words, and says where it was cut", () => {
  const said = `${"word ".repeat(30)}the flight leaves Porto at nine ${"and so on ".repeat(30)}`;
  expect(snippet(said, "porto")).toMatch(/^….*the flight leaves Porto at nine .*…$/);
  expect(snippet("Porto\n\nat nine", "porto")).toBe("Porto at nine");
});

test("a snippet finds what the search finds, and cuts no character in two", () => {
  const said = `${"ﬃ Straße 👨‍👩‍👧 ".repeat(30)}then we meet at the Cafe\u0301 ${"👨‍👩‍👧".repeat(60)}`;
  expect(snippet(said, "CAFÉ")).toMatch(/^….*meet at the Cafe\u0301 (?:👨‍👩‍👧)+…$/u);
  expect(snippet(said, "cafe")).toBe(snippet(said, "CAFÉ"));
});
