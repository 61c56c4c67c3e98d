import { clock } from "./elements";
import { rule } from "./grammar";
import { clockWhen } from "./whens";

// Minutes east of UTC. A letter code is a fixed offset, whatever the season (RFC 2822, section 4.3, and the common ones beside it).
const OFFSETS: Record<string, number> = {
  gmt: 0,
  utc: 0,
  wet: 0,
  bst: 60,
  cet: 60,
  west: 60,
  cest: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  ist: 330,
  sgt: 480,
  awst: 480,
  jst: 540,
  kst: 540,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  akst: -540,
  hst: -600,
};

/** A clock's time in another zone: "8:00 GMT", "9:30pm (IST)". */
export const zones = Object.entries(OFFSETS).flatMap(([zone, offset]) => [
  ...rule([clock, zone], (time) => clockWhen({ ...time, offset, exact: true })),
  ...rule([clock, "(", zone, ")"], (time) => clockWhen({ ...time, offset, exact: true })),
]);
