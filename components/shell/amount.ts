/** Where the sidebar stops counting: nobody needs to know it closer, and counting a hundred thousand takes its time. */
export const MANY = 1000;

/** How many there are, as the sidebar says it; nothing where there are none. */
export function amount(count: number): string {
  if (count >= MANY) return `${MANY - 1}+`;
  return count > 0 ? String(count) : "";
}
