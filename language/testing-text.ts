import * as fc from "fast-check";

/** Characters that text hygiene is about, and some of the scripts that need them. */
const PIECES = [
  ..."aZß ẞſİıIiςσΣé‘’“”‐‑–—−-'\"#/@:1２ＡＣ\t\n\r\v\f\u0000\u0007\u001b\u0085\u2028\u2029\u00a0\u3000\u1680\u200b\u2060\ufeff\u00ad\u034f\u2800",
  ..."\u115f\u1160\u3164\uffa0\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u206a\ufff9\ufffb\ufffc",
  ..."\ufffe\ufdd0\u{1ffff}\ue000\u0301\u0308\u0327\u3099\u20e3\ufe0f\ufe0e\u{e0100}\u{e0001}\u{e0067}\u{e007f}\u{1f3f4}😀☎❤",
  ...[
    "👨‍👩‍👧",
    "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
    "🇩🇪",
    "क्षि",
    "می‌خواهم",
    "각",
    "ｶﾞ",
    "ﬁ",
    "שלום",
    "מ\u05b8",
    "\ud800",
    "\udc00",
    "\r\n",
    "i\u0307",
    "e\u0301",
  ],
];

/** Text of all of Unicode, with much of what is seldom, and half surrogate pairs. */
export const anyText = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((pieces) => pieces.join("")),
  fc.string({ unit: "binary", maxLength: 24 }),
  fc.string({ unit: "grapheme", maxLength: 24 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 24 }).map((units) => String.fromCharCode(...units)),
);

/** The same as a door lets it through: no NUL, and no half of a surrogate pair. */
export const wellFormed = anyText.map((text) => text.replaceAll("\0", "").toWellFormed());
