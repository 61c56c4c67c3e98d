import { Temporal } from "temporal-polyfill";

// Amplitude in days, power of the eccentricity, and multiples of the sun's anomaly, the moon's anomaly and its latitude argument.
const TERMS: Array<[number, number, number, number, number]> = [
  [-0.4072, 0, 0, 1, 0],
  [0.17241, 1, 1, 0, 0],
  [0.01608, 0, 0, 2, 0],
  [0.01039, 0, 0, 0, 2],
  [0.00739, 1, -1, 1, 0],
  [-0.00514, 1, 1, 1, 0],
  [0.00208, 2, 2, 0, 0],
  [-0.00111, 0, 0, 1, -2],
  [-0.00057, 0, 0, 1, 2],
  [0.00056, 1, 1, 2, 0],
  [-0.00042, 0, 0, 3, 0],
  [0.00042, 1, 1, 0, 2],
  [0.00038, 1, 1, 0, -2],
  [-0.00024, 1, -1, 2, 0],
  [-0.00007, 0, 2, 1, 0],
  [0.00004, 0, 0, 2, -2],
  [0.00004, 0, 3, 0, 0],
  [0.00003, 0, 1, 1, -2],
  [0.00003, 0, 0, 2, 2],
  [-0.00003, 0, 1, 1, 2],
  [0.00003, 0, -1, 1, 2],
];

const FIRST = 2_451_550.09766;
const MONTH = 29.530588861;
const UNIX_EPOCH = 2_440_587.5;
const BEIJING = 8 / 24;
// Terrestrial time runs about this far ahead of the clocks in our century.
const AHEAD = 70 / 86_400;

/** The day in China on which the new moon nearest to a day falls (Meeus, Astronomical Algorithms, 1998, chapter 49; to a minute). */
export function newMoonNear(date: Temporal.PlainDate): Temporal.PlainDate {
  const noon = Date.UTC(date.year, date.month - 1, date.day, 12) / 86_400_000 + UNIX_EPOCH;
  const moment = newMoon(Math.round((noon - FIRST) / MONTH)) - AHEAD + BEIJING;
  return new Temporal.PlainDate(1970, 1, 1).add({ days: Math.floor(moment - UNIX_EPOCH) });
}

/** The julian day of the `count`th new moon since that of 6 January 2000. */
function newMoon(count: number): number {
  const centuries = count / 1236.85;
  const square = centuries ** 2;
  const eccentricity = 1 - 0.002516 * centuries - 0.0000074 * square;
  const sun = 2.5534 + 29.1053567 * count - 0.0000014 * square;
  const moon = 201.5643 + 385.81693528 * count + 0.0107582 * square;
  const latitude = 160.7108 + 390.67050284 * count - 0.0016118 * square;
  const node = 124.7746 - 1.56375588 * count + 0.0020672 * square;
  const venus = 299.77 + 0.107408 * count - 0.009173 * square;
  const periodic = TERMS.reduce(
    (sum, [size, power, a, b, c]) => sum + size * eccentricity ** power * sine(a * sun + b * moon + c * latitude),
    0,
  );
  const mean = FIRST + MONTH * count + 0.00015437 * square;
  return mean + periodic - 0.00017 * sine(node) + 0.000325 * sine(venus);
}

function sine(degrees: number): number {
  return Math.sin((degrees * Math.PI) / 180);
}
