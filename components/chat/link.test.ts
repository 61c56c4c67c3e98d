import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isNamed, targetOf } from "@/components/chat/link";

const leads = (link: string) => targetOf(link)?.host;
const isShown = (words: string, link: string) => {
  const target = targetOf(link);
  return target !== undefined && !isNamed(words, target);
};

test.each([
  ["https://example.com/a?b#c", "example.com"],
  ["https://example.com:8443/", "example.com:8443"],
  ["HTTP://EXAMPLE.com", "example.com"],
  ["https:evil.example", "evil.example"],
  ["https:/\\evil.example", "evil.example"],
  ["https://good.example@evil.example/", "evil.example"],
  ["https://good.example:x@evil.example/", "evil.example"],
  ["https://good.example\\@evil.example/", "good.example"],
  ["https://аpple.com/", "xn--pple-43d.com"],
  ["https://good.example.evil.example", "good.example.evil.example"],
  ["http://0x7f.1/", "127.0.0.1"],
  ["mailto:ann@example.com?subject=Hi", "ann@example.com"],
])("%s leads to %s", (link, host) => {
  expect(leads(link)).toBe(host);
});

test("nobody's name stands in the address that is opened", () => {
  expect(targetOf("https://good.example:pw@evil.example/x")?.href).toBe("https://evil.example/x");
});

test.each([
  ["mailto:ann@example.com?bcc=eve@evil.example&body=Hi&cc=eve@evil.example&to=eve@evil.example", ""],
  ["MAILTO:ann@example.com?BCC=eve@evil.example#x", ""],
  ["mailto:ann@example.com?subject=", ""],
  ["mailto:ann@example.com?bcc=eve@evil.example&subject=C++%20%26%20you%3F", "?subject=C%2B%2B%20%26%20you%3F"],
  ["mailto:ann@example.com?subject=Hi%26bcc=eve@evil.example", "?subject=Hi%26bcc%3Deve%40evil.example"],
  ["mailto:ann@example.com?subject=Hi%0D%0ABcc:eve@evil.example", "?subject=Hi%20Bcc%3Aeve%40evil.example"],
])("of the mail %s nothing but its subject is kept", (link, rest) => {
  expect(targetOf(link)?.href).toBe(`mailto:ann@example.com${rest}`);
});

test.each([
  "javascript:alert(1)",
  "data:text/html,x",
  "file:///etc/passwd",
  "/today",
  "today",
  "",
  "mailto:",
  "mailto:?to=eve@evil.example",
  "mailto://ann@example.com/x",
  "blob:x",
])("%s is no link", (link) => {
  expect(targetOf(link)).toBeUndefined();
});

describe("the host is shown", () => {
  test.each([
    ["the docs", "https://evil.example"],
    ["google.com", "https://evil.example"],
    ["https://google.com", "https://evil.example"],
    ["google.com/search", "https://google.com.evil.example/search"],
    ["https://google.com@evil.example", "https://google.com@evil.example"],
    ["google.com", "https://googIe.com"],
    ["аpple.com", "https://аpple.com"],
    ["apple.com", "https://аpple.com"],
    ["see evil.example", "https://evil.example"],
    ["elpmaxe.live//:sptth\u202e", "https://evil.example"],
    ["evil.\u200bexample", "https://evil.example"],
    ["2130706433", "http://2130706433/"],
    ["example.com", "https://example.com:8443/"],
    ["ann@example.com", "mailto:eve@example.com"],
    ["ann@example.com", "mailto:ann@example.com,eve@evil.example"],
    ["ann@example.com,eve@evil.example", "mailto:ann@example.com,eve@evil.example"],
    ["ann@example.com%2ceve@evil.example", "mailto:ann@example.com%2Ceve@evil.example"],
    ["ann@example.com;eve@evil.example", "mailto:ann@example.com;eve@evil.example"],
    ["ann@example.com%3fbcc=eve@evil.example", "mailto:ann@example.com%3Fbcc=eve@evil.example"],
    ["", "https://evil.example"],
  ])("beside %j of %s", (words, link) => {
    expect(isShown(words, link)).toBe(true);
  });
});

describe("nothing is added", () => {
  test.each([
    ["https://example.com/a", "https://example.com/a"],
    ["example.com", "https://example.com/a"],
    ["www.example.com", "http://www.example.com"],
    ["example.com:8443/x", "https://example.com:8443/"],
    ["xn--pple-43d.com", "https://аpple.com"],
    ["ann@example.com", "mailto:ann@example.com"],
    ["Ann.O'Neil+x@example.com", "mailto:ann.o'neil+x@example.com?subject=Hi"],
  ])("to %s of %s", (words, link) => {
    expect(isShown(words, link)).toBe(false);
  });
});

test("words that name a host never lead to another one", () => {
  const host = fc.stringMatching(/^[a-z]{1,8}[.](?:com|example|io)$/);
  fc.assert(
    fc.property(host, host, fc.stringMatching(/^[/][a-z]{0,9}$/), (named, real, path) => {
      fc.pre(named !== real);
      for (const words of [named, `https://${named}`, `https://${named}${path}`, `https://${named}@${real}`])
        expect(isShown(words, `https://${real}${path}`)).toBe(true);
    }),
  );
});
