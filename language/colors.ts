/**
 * The colours of tags by name, around the colour wheel. Any two differ by a CIEDE2000 of at least 14, and each has a contrast of at least 3
 * with every surface of both themes (WCAG 2.2, 1.4.11): colors.test.ts measures both.
 */
export const palette = {
  rose: "#EC5472",
  red: "#CD3131",
  orange: "#D5620C",
  brown: "#8B6449",
  amber: "#BD8215",
  olive: "#7F7307",
  lime: "#729807",
  green: "#32833D",
  jade: "#319E82",
  teal: "#277F82",
  cyan: "#1399C1",
  blue: "#3B82F6",
  indigo: "#5457F1",
  violet: "#9F76EB",
  purple: "#A52FD2",
  magenta: "#E838C1",
  pink: "#B67A9A",
  grey: "#7F8692",
} as const;

type Name = keyof typeof palette;

const { rose, cyan, amber, violet, green, orange, indigo, lime, magenta, teal, brown, blue, ...others } = palette;

/** The order in which new tags take the palette's colours: neighbours look as different as they can. */
export const paletteOrder: string[] = [
  ...[rose, cyan, amber, violet, green, orange, indigo, lime, magenta, teal, brown, blue],
  ...[others.olive, others.purple, others.jade, others.red, others.pink, others.grey],
];

/** The next tag's colour: one that `used` does not have, else the least used; of several, the first in `paletteOrder`. */
export function nextColor(used: string[]): string {
  const count = (color: string) => used.filter((one) => one.toUpperCase() === color).length;
  const [first = palette.blue] = paletteOrder.toSorted((a, b) => count(a) - count(b));
  return first;
}

/** What a colour is called: its own name in the palette, or that of the nearest hue there, however light or dark it is. */
export function nameOfColor(color: string): Name {
  const names = Object.keys(palette) as Name[];
  const [, a, b] = lab(color);
  const distance = (name: Name) => {
    const [, its, other] = lab(palette[name]);
    return Math.hypot(its - a, other - b);
  };
  return names.reduce((nearest, name) => (distance(name) < distance(nearest) ? name : nearest));
}

/** A colour in CSS, its lightness kept in the range that stands out in both themes: black or yellow would vanish in one of them. */
export function shownColor(color: string): string {
  return `oklch(from ${color} clamp(0.53, l, 0.66) c h)`;
}

/** Lightness and the two colour axes of OKLab. @see https://bottosson.github.io/posts/oklab/ */
export function lab(color: string): [number, number, number] {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(color.slice(at, at + 2), 16) / 255));
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
