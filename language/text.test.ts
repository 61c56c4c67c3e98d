import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyText } from "./testing-text";
import { cleanLine, cleanProse, cut, isBlank, lengthOf, nameKey, sameName, searchKey, shorten } from "./text";

const RUNS = { numRuns: 2_000 };
const graphemesOf = (text: string) =>
  [...new Intl.Segmenter("und", { granularity: "grapheme" }).segment(text)].map(({ segment }) => segment);

/** A text that nobody sees, a byte in each variation selector, as it is put behind a visible character. */
const hidden = (text: string) => String.fromCodePoint(...[...Buffer.from(text)].map((byte) => 0xe0100 + byte - 16));

describe("a line", () => {
  test.each([
    ["Milk\nand\tbread", "Milk and bread"],
    ["Milk\r\n\r\nbread", "Milk bread"],
    ["a\u0007b\u001b[31mc\u007f\u009b", "ab[31mc"],
    ["one\u2028two\u2029three\u0085four\u000bfive", "one two three four five"],
    ["\ufeff Milk\u00a0", "Milk"],
    ["pay\u202egnp.exe", "paygnp.exe"],
    ["\u202dabc\u202c", "abc"],
    ["call \u2068שלום\u2069 now", "call \u2068שלום\u2069 now"],
    ["call \u2068שלום", "call שלום"],
    ["שלום\u2069\u202c", "שלום"],
    ["\u202b\u2067a\u202c\u2069", "\u2067a\u2069"],
    ["a\u202ab\u2066c\u202cd\u2069e\u202cf", "a\u202ab\u2066cd\u2069e\u202cf"],
    ["note\ufff9hidden\ufffa\ufffb\ufffc", "notehidden"],
    ["hi\u{e0068}\u{e0069}\u{e007f}", "hi"],
    ["\ufdd0a\uffff\u{10fffe}", "a"],
    [`Milk${hidden("delete all")}`, "Milk"],
    [`🥛${hidden("delete all")}`, "🥛"],
    ["M\ufe01i\ufe02l\ufe0fk", "Milk"],
    ["❤\ufe0f\ufe0f\ufe0f", "❤\ufe0f"],
    ["Milk\u200b\u200c\u200b\u200b\u200c and bread", "Milk\u200b\u200c and bread"],
    ["Milk\u2062\u2063\u2064\u200b", "Milk\u2062\u2063"],
    ["a\u200d\u0007\u200d\u202e\u200db", "a\u200d\u200db"],
  ])("%j is kept as %j", (text, kept) => {
    expect(cleanLine(text)).toBe(kept);
  });

  test.each([
    "Milk  and   bread",
    "می‌خواهم",
    "क्‍ष",
    "👨‍👩‍👧‍👦 ❤️ 🏴󠁧󠁢󠁳󠁣󠁴󠁿 👍🏽",
    "co\u00adoperate",
    "שלום!\u200f",
    "\u200eabc\u061c",
    "a\u200f\u200e\u200f(b)",
    "Cafe\u0301",
    "\ue000 \uf8ff",
    "ไม่\u200bเป็นไร",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔",
    "ㅤ가",
    "⠓⠊⠀⠽⠕⠥",
    "1️⃣ #️⃣ ✓︎ 🏳️‍🌈 👁️‍🗨️ 🧑🏽‍❤️‍🧑🏻",
    "葛󠄀飾区 辻󠄁 0︀ ∩︀",
    "ᠠ᠋ᠨ ေ︀",
  ])("%s stays as typed", (text) => {
    expect(cleanLine(text)).toBe(text);
    expect(cleanProse(text)).toBe(text);
    expect(isBlank(text)).toBe(false);
  });
});

test.each([
  ["  - a\n\t- b\n", "  - a\n\t- b\n"],
  ["a\r\nb\rc\u2029d", "a\nb\nc\nd"],
  ["a\u0000\u0008b", "ab"],
  ["a\u202e\nb\u202c", "a\nb"],
  ["\u2067a\nb\u2069", "a\nb"],
])("prose %j is kept as %j", (text, kept) => {
  expect(cleanProse(text)).toBe(kept);
});

test.each([
  "",
  " \t",
  "\u00a0\u2003\u3000",
  "\u200b\u200d\u2060\ufeff",
  "\u00ad",
  "\u3164",
  "\u115f\u1160\uffa0",
  "\u2800",
  "\u0301",
  "\u20e3",
  "\ufe0f",
  "\u{e0100}",
  "\u{e0061}",
  "\u202e",
  "\u200f",
  "\u0007",
  "\u034f",
  "\u180e",
  "\u17b5",
  "\ufffc",
  "\u{1d173}",
  "\ufdd0",
  "\u{13441}",
  "\u{13442}",
  "\u{16fe4}",
  "\u{1d159}",
])("%j shows nothing", (text) => {
  expect(isBlank(text)).toBe(true);
});

test.each(["x", "0", "-", "😀", "🇩🇪", "\ufffd", "\ue000", "۝", "מ", "각", "￼a", "\u0378"])(
  "%j shows something",
  (text) => {
    expect(isBlank(text)).toBe(false);
  },
);

test("cleaning leaves a clean text, twice cleaned the same, and makes nothing longer", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const clean of [cleanLine, cleanProse]) {
        const kept = clean(text);
        expect(clean(kept)).toBe(kept);
        expect(kept).not.toMatch(/[^\P{Cc}\n\t]|[\u2028\u2029\u202d\u202e]/u);
        expect(lengthOf(kept)).toBeLessThanOrEqual(lengthOf(text));
        expect(isBlank(kept)).toBe(isBlank(text));
        expect(kept).not.toMatch(/(?:\p{Variation_Selector}|[\u200b-\u200d\u2060-\u2065]){3}/u);
      }
      expect(cleanLine(text)).not.toMatch(/[\n\t]|^\s|\s$/);
    }),
    RUNS,
  );
});

test("a text without anything to clean stays as typed", () => {
  const clean = fc
    .string({ unit: "grapheme", maxLength: 60 })
    .filter((text) => text.trim() === text && !/[\u2028\u2029\uFFF9-\uFFFC]/.test(text));
  fc.assert(
    fc.property(clean, (text) => {
      expect(cleanLine(text)).toBe(text);
      expect(cleanProse(text)).toBe(text);
    }),
    RUNS,
  );
});

describe("a cut", () => {
  test.each([
    ["👨‍👩‍👧👨‍👩‍👧", 7, "👨‍👩‍👧"],
    ["🇩🇪🇫🇷", 3, "🇩🇪"],
    ["👨‍👩‍👧", 2, "👨‍"],
    ["क्षि क्षि", 6, "क्षि "],
    ["Cafe\u0301", 4, "Caf"],
    ["a😀", 1, "a"],
    ["abc", 3, "abc"],
  ])("of %s to %i is %s", (text, most, left) => {
    expect(cut(text, most)).toBe(left);
  });

  test("is whole graphemes of the beginning, as many as fit", () => {
    fc.assert(
      fc.property(anyText, fc.nat(30), (text, most) => {
        const left = cut(text, most);
        expect(text.startsWith(left)).toBe(true);
        expect(lengthOf(left)).toBeLessThanOrEqual(most);
        const [first = "", ...rest] = graphemesOf(text);
        let whole = first;
        for (const one of rest) {
          if (lengthOf(whole + one) > most) break;
          whole += one;
        }
        if (lengthOf(first) > most) expect(lengthOf(left)).toBe(most);
        else expect(left).toBe(whole);
      }),
      RUNS,
    );
  });

  test("says that it is one, within the length, at a word where there is one", () => {
    expect(shorten("Move everything to the week after next", 20)).toBe("Move everything to…");
    expect(shorten("Move everything", 15)).toBe("Move everything");
    expect(shorten("x".repeat(100), 10)).toBe(`${"x".repeat(9)}…`);
    expect(shorten("to Llanfairpwllgwyngyll", 10)).toBe("to Llanfa…");
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 30 }), (text, most) => {
        const short = shorten(text, most);
        expect(lengthOf(short)).toBeLessThanOrEqual(most);
        if (lengthOf(text) > most) expect(text.startsWith(short.slice(0, -1))).toBe(true);
        else expect(short).toBe(text);
      }),
      RUNS,
    );
  });

  test("of a long text takes no longer than to read it", () => {
    const long = "👨‍👩‍👧 family ".repeat(100_000);
    expect(lengthOf(cut(long, 500_000))).toBeGreaterThan(499_990);
  });
});

describe("the same name", () => {
  test.each([
    ["Café", "Cafe\u0301"],
    ["home office", "home\u00a0office"],
    ["home office", "Home  office "],
    ["home office", "home\u2003\u200boffice"],
    ["home", "ho\u200bme"],
    ["home", "\u200fhome\u2060"],
    ["home", "ｈｏｍｅ"],
    ["home office", "home⠀office"],
    ["STRASSE", "straße"],
    ["STRAẞE", "straße"],
    ["İş", "iş"],
    ["ışık", "IŞIK"],
    ["i̇ş", "İŞ"],
    ["ΟΔΟΣ", "οδος"],
    ["οδοσ", "οδος"],
    ["ﬁnance", "Finance"],
    ["ガス", "ｶﾞｽ"],
    ["ＡＢＣ１２３", "abc123"],
    ["❤️", "❤"],
    ["Mum’s", "mum's"],
    ["“A” ‘b’", `"a" 'b'`],
    ["x‐y‑z", "X-Y-Z"],
    ["2024–2025", "2024-2025"],
    ["a—b−c", "a-b-c"],
    ["각", "\u1100\u1161\u11a8"],
    ["co\u00adop", "coop"],
    ["\u212bngström", "ångström"],
    ["٣\u200e", "٣"],
    // The first of each has letters of another alphabet among its own.
    ["\u0421afe", "Cafe"],
    ["\u0421af\u00e9 noir", "Caf\u00e9 noir"],
    ["\u0412ank", "bank"],
    ["\u0432o\u0440", "\u0432\u043e\u0440"],
    ["\u0437\u0430\u043ai\u043d", "\u0437\u0430\u043a\u0456\u043d"],
    ["\u039fffice", "office"],
    ["\u0391\u03b8\u03ae\u03bda", "\u0391\u03b8\u03ae\u03bd\u03b1"],
  ])("%j is %j", (a, b) => {
    expect(sameName(a, b)).toBe(true);
  });

  test.each([
    ["Café", "Cafe"],
    ["home", "home office"],
    ["🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"],
    ["👍🏽", "👍"],
    ["a/b", "ab"],
    ["1:1", "11"],
    ["я", "й"],
    ["вор", "bop"],
    ["СОС", "COC"],
    ["μs", "ms"],
    ["ΔT", "AT"],
    ["SMSки", "SMS"],
    ["дом work", "дом"],
  ])("%j is not %j", (a, b) => {
    expect(sameName(a, b)).toBe(false);
  });

  test("has a key of its own, whatever its case, and however it is composed", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const key = nameKey(text);
        expect(nameKey(key)).toBe(key);
        expect(nameKey(text.normalize("NFC"))).toBe(key);
        expect(nameKey(text.normalize("NFD"))).toBe(key);
        // A mark between the i and its dot would keep the dot.
        const seen = text.replace(/\p{Default_Ignorable_Code_Point}/gu, "").normalize("NFKC");
        if (!/İ\p{M}/u.test(seen)) expect(nameKey(text.toLowerCase())).toBe(key);
      }),
      RUNS,
    );
  });
});

test("a name of mixed alphabets is one whatever letters are taken for those that look alike, and has a key of its own", () => {
  const word = fc.stringMatching(/^[abcehkoxyfdg]{3,8}$/);
  fc.assert(
    fc.property(word, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (latin, swaps) => {
      const cyrillic: Record<string, string> = {
        a: "а",
        b: "в",
        c: "с",
        e: "е",
        h: "н",
        k: "к",
        o: "о",
        x: "х",
        y: "у",
      };
      const mixed = [...latin].map((letter, at) => (swaps[at] && cyrillic[letter]) || letter).join("");
      const swapped = [...mixed].filter((letter) => letter > "z").length;
      expect(nameKey(nameKey(mixed))).toBe(nameKey(mixed));
      if (swapped * 2 <= latin.length) expect(nameKey(mixed)).toBe(latin);
    }),
    RUNS,
  );
});

describe("a search", () => {
  test.each([
    ["Buy CAFE\u0301 au lait", "café"],
    ["Meet Zoë", "zoe"],
    ["Ёлка", "елка"],
    ["ＦＵＬＬ width", "full"],
    ["Grüße aus der STRASSE", "straße"],
    ["no\u00adbreak\u200bhere", "breakhere"],
    ["a\u00a0b", "a b"],
    ["don’t forget", "don't"],
    ["İstanbul", "istanbul"],
    ["ｶﾞｽ bill", "ガス"],
  ])("in %j finds %j", (text, q) => {
    expect(searchKey(text)).toContain(searchKey(q));
  });

  test.each([
    ["か", "が"],
    ["한", "하"],
  ])("in %s finds no %s", (text, q) => {
    expect(searchKey(text)).not.toContain(searchKey(q));
  });

  test("of a text by itself finds it, by any of its forms", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const key = searchKey(text);
        expect(searchKey(key)).toBe(key);
        for (const form of ["NFC", "NFD", "NFKC", "NFKD"]) expect(searchKey(text.normalize(form))).toBe(key);
      }),
      RUNS,
    );
  });
});
