/** What a tag can be coloured, by name: told apart in both themes. */
export const palette = {
  rose: "#E55D7A",
  orange: "#EA763C",
  amber: "#E1A035",
  green: "#54A859",
  teal: "#18A7A1",
  blue: "#3B82F6",
  violet: "#8F6EDB",
  grey: "#7A808D",
} as const;

/** A colour of the palette that none of `used` is, or the one that the fewest are; of several, the first. */
export function nextColor(used: string[]): string {
  const count = (color: string) => used.filter((one) => one.toUpperCase() === color).length;
  const [first = palette.blue] = Object.values(palette).toSorted((a, b) => count(a) - count(b));
  return first;
}
