/** What a tag can be coloured, told apart in both themes and by name. */
export const colors = [
  { name: "Rose", value: "#E55D7A" },
  { name: "Orange", value: "#EA763C" },
  { name: "Amber", value: "#E1A035" },
  { name: "Green", value: "#54A859" },
  { name: "Teal", value: "#18A7A1" },
  { name: "Blue", value: "#3B82F6" },
  { name: "Violet", value: "#8F6EDB" },
  { name: "Grey", value: "#7A808D" },
] as const;

/** The first colour that no tag has yet, or the least used one. */
export function nextColor(used: string[]): string {
  const count = (value: string) => used.filter((color) => color.toUpperCase() === value).length;
  const [first = colors[0]] = colors.toSorted((a, b) => count(a.value) - count(b.value));
  return first.value;
}
