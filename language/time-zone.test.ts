import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { presentZone, timeZones } from "./time-zone";

test.each([
  ["Asia/Kolkata", "Asia/Kolkata"],
  ["Asia/Calcutta", "Asia/Kolkata"],
  ["Europe/Kiev", "Europe/Kyiv"],
  ["Europe/Kyiv", "Europe/Kyiv"],
  ["europe/kyiv", "Europe/Kyiv"],
  ["Asia/Katmandu", "Asia/Kathmandu"],
  ["America/Buenos_Aires", "America/Argentina/Buenos_Aires"],
  ["US/Pacific", "America/Los_Angeles"],
  ["Asia/Ulan_Bator", "Asia/Ulaanbaatar"],
  ["Asia/Rangoon", "Asia/Yangon"],
  ["America/Godthab", "America/Nuuk"],
  ["Pacific/Enderbury", "Pacific/Kanton"],
  ["Japan", "Asia/Tokyo"],
  ["GMT", "UTC"],
  ["Etc/UTC", "UTC"],
  ["Etc/GMT+2", "Etc/GMT+2"],
])("%s is %s", (name, present) => {
  expect(presentZone(name)).toBe(present);
});

test.each(["", "+05:30", "-08", "GMT+2", "UTC+1", "Mars/Olympus", "Europe", "Asia/Kolkata ", "localtime", "Factory"])(
  "%j is none",
  (name) => {
    expect(presentZone(name)).toBeUndefined();
  },
);

test("every zone that Intl knows has a present name, which means the same and is its own", () => {
  const clock = (timeZone: string) =>
    new Intl.DateTimeFormat("en", { timeZone, dateStyle: "full", timeStyle: "full" }).format(0);
  for (const zone of Intl.supportedValuesOf("timeZone")) {
    const present = presentZone(zone) ?? "";
    expect(presentZone(present)).toBe(present);
    expect(clock(present)).toBe(clock(zone));
    expect(timeZones()).toContain(present);
  }
}, 30_000);

const TABLE = "/usr/share/zoneinfo/zone.tab";
const LINKS = "/usr/share/zoneinfo/tzdata.zi";

// Where the system has the IANA's own files, they are the measure.
test.runIf(existsSync(TABLE) && existsSync(LINKS))(
  "the present names are the IANA's, and all of its old ones are understood",
  () => {
    const lines = (path: string) => readFileSync(path, "utf8").split("\n");
    const theirs = lines(TABLE).flatMap((line) => (line && !line.startsWith("#") ? (line.split("\t")[2] ?? []) : []));
    expect(theirs.filter((zone) => !timeZones().includes(zone))).toEqual([]);
    const old = lines(LINKS).flatMap((line) => (line.startsWith("L ") ? (line.split(" ")[2] ?? []) : []));
    expect(old.length).toBeGreaterThan(100);
    for (const name of old) expect([name, presentZone(name) !== undefined]).toEqual([name, true]);
  },
);
