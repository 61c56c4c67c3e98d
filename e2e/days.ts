/** A day from the browsers' today on (they are in Berlin), "YYYY-MM-DD". At night that is another one than by UTC. */
export function day(offset = 0): string {
  return new Date(Date.now() + offset * 86_400_000).toLocaleDateString("sv-SE", { timeZone: "Europe/Berlin" });
}
