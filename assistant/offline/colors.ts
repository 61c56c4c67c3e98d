/** Colours that people name, as the tags' own palette has them where it does. */
const COLORS: Record<string, string> = {
  red: "#E55D7A",
  rose: "#E55D7A",
  pink: "#E87BB0",
  orange: "#EA763C",
  amber: "#E1A035",
  yellow: "#E1A035",
  gold: "#E1A035",
  green: "#54A859",
  lime: "#8DB83C",
  teal: "#18A7A1",
  turquoise: "#18A7A1",
  cyan: "#18A7A1",
  blue: "#3B82F6",
  indigo: "#5B6CDB",
  violet: "#8F6EDB",
  purple: "#8F6EDB",
  brown: "#9A6B4B",
  grey: "#7A808D",
  gray: "#7A808D",
  black: "#3A3D45",
};

/** Names of colours, as a piece of a regular expression. */
export const color = `(?:(?:light|dark|bright|deep) )?(?:${Object.keys(COLORS).join("|")})|#[0-9a-f]{6}`;

/** "#RRGGBB" for a colour by name, or written so already. */
export function hexOf(name: string): string | undefined {
  return name.startsWith("#") ? name.toUpperCase() : COLORS[name.split(" ").at(-1) ?? ""];
}
