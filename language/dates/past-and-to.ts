import { cardinal, clock, digits, spoken } from "./elements";
import { type Clock, rule, type When } from "./grammar";
import { clockWhen } from "./whens";

const hour = cardinal(1, 12);

/** Times counted from a full hour: "twenty past three", "a quarter to noon", "15 minutes past 3pm", "half three". */
export const pastAndTo = [
  ...["past", "after"].flatMap((word) => around(word, 1)),
  ...["to", "before", "til", "till", "of"].flatMap((word) => around(word, -1)),
  ...rule(["half", spoken(1, 12)], (hour) => moved(bare(hour), 30)),
  ...rule(["half", digits(1, 12)], (hour) => ({ ...moved(bare(hour), 30), doubt: "context" })),
];

function around(word: string, side: 1 | -1) {
  return [
    ...rule(["half", word, clock], (clock) => moved(clock, side * 30)),
    ...rule(["half", word, hour], (hour) => moved(bare(hour), side * 30)),
    ...rule(["a?", "quarter", word, clock], (clock) => moved(clock, side * 15)),
    ...rule(["a?", "quarter", word, hour], (hour) => moved(bare(hour), side * 15)),
    ...rule([cardinal(1, 59), "minutes|minute|mins|min?", word, clock], (count, clock) => moved(clock, side * count)),
    ...rule([cardinal(1, 59), "minutes|minute|mins|min", word, hour], (count, hour) => moved(bare(hour), side * count)),
    ...rule([cardinal(1, 59), word, "noon|midday"], (count) => moved({ ...bare(12), exact: true }, side * count)),
    // "Two to three" may count anything.
    ...rule([spoken(1, 29), word, spoken(1, 12)], (count, hour) => ({
      ...moved(bare(hour), side * count),
      doubt: side === -1 ? "context" : undefined,
    })),
  ];
}

function bare(hour: number): Clock {
  return { hour, minute: 0, second: 0, grain: "minute", exact: false };
}

function moved(clock: Clock, by: number): When {
  const total = clock.hour * 60 + clock.minute + by;
  const hour = Math.floor(total / 60);
  const onFace = clock.exact ? (hour + 24) % 24 : ((hour + 11) % 12) + 1;
  return clockWhen({ ...clock, hour: onFace, minute: (total + 60) % 60, grain: "minute" });
}
