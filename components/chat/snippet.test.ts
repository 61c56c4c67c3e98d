import { expect, test } from "vitest";
import { snippet } from "@/components/chat/snippet";

test("a snippet begins a little before the words, and says where it was cut", () => {
  const said = `${"word ".repeat(30)}the flight leaves Porto at nine ${"and so on ".repeat(30)}`;
  expect(snippet(said, "porto")).toMatch(/^….*the flight leaves Porto at nine .*…$/);
  expect(snippet("Porto\n\nat nine", "porto")).toBe("Porto at nine");
});
