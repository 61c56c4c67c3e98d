import { palette } from "@/language/colors";

/** Colours that people name: the tags' own palette, what else its colours are called, and some that it has not. */
const COLORS: Record<string, string> = {
  ...palette,
  yellow: palette.amber,
  gold: palette.amber,
  turquoise: palette.teal,
  emerald: palette.jade,
  mint: palette.jade,
  fuchsia: palette.magenta,
  gray: palette.grey,
  black: "#3A3D45",
};

/** Names of colours, as a piece of a regular expression. */
export const color = `(?:(?:light|dark|bright|deep) )?(?:${Object.keys(COLORS).join("|")})|#[0-9a-f]{6}`;

/** "#RRGGBB" for a colour by name, or written so already. */
export function hexOf(name: string): string | undefined {
  return name.startsWith("#") ? name.toUpperCase() : COLORS[name.split(" ").at(-1) ?? ""];
}
