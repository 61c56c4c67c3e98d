/** Numbers from 0 to 1 that are the same for the same seed: Mulberry32, by Tommy Ettinger (public domain). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Random = ReturnType<typeof chance>;

/** One of them, each as likely. */
export function pick<T>(random: Random, from: readonly T[]): T {
  const one = from[Math.floor(random() * from.length)];
  if (one === undefined) throw new RangeError("There is nothing to pick from.");
  return one;
}

/** One of them, the first ones much more often, as words are used. */
export const pickEarly = <T>(random: Random, from: readonly T[]) => pick(() => random() ** 3, from);

/** A UUIDv7 (RFC 9562, section 5.7) of this instant, in milliseconds. */
export function idAt(random: Random, instant: number): string {
  const hex = (bits: number) =>
    Math.floor(random() * 2 ** bits)
      .toString(16)
      .padStart(bits / 4, "0");
  const time = instant.toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(12)}-${pick(random, ["8", "9", "a", "b"])}${hex(12)}-${hex(24)}${hex(24)}`;
}
