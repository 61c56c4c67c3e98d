import { expect, test, vi } from "vitest";
import { findZones } from "@/components/account/find-zones";
import { zones } from "@/components/account/time-zones";
import { presentZone } from "@/language/time-zone";

vi.mock("server-only", () => ({}));

test("every zone is there once, by its present name", () => {
  const names = zones().map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThan(400);
  for (const name of names) expect(presentZone(name)).toBe(name);
  expect(zones().filter(({ name, country }) => country === "" && name !== "UTC")).toEqual([]);
});

test.each([
  ["kolkata", "Asia/Kolkata"],
  ["India", "Asia/Kolkata"],
  ["Calcutta", "Asia/Kolkata"],
  ["mumbai", "Asia/Kolkata"],
  ["Kyiv", "Europe/Kyiv"],
  ["kiev", "Europe/Kyiv"],
  ["Katmandu", "Asia/Kathmandu"],
  ["nepal", "Asia/Kathmandu"],
  ["saigon", "Asia/Ho_Chi_Minh"],
  ["vietnam", "Asia/Ho_Chi_Minh"],
  ["buenos aires", "America/Argentina/Buenos_Aires"],
  ["US/Pacific", "America/Los_Angeles"],
  ["San Francisco", "America/Los_Angeles"],
  ["beijing", "Asia/Shanghai"],
  ["uk", "Europe/London"],
  ["germany", "Europe/Berlin"],
  ["zurich", "Europe/Zurich"],
  ["zürich", "Europe/Zurich"],
  ["new york", "America/New_York"],
  ["detroit", "America/Detroit"],
  ["utc", "UTC"],
])("%s finds %s", (query, name) => {
  expect(findZones(zones(), query).map((zone) => zone.name)).toContain(name);
});

test("a country goes before what is named after it, and no words leave all", () => {
  expect(findZones(zones(), "india")[0]?.name).toBe("Asia/Kolkata");
  expect(findZones(zones(), " ")).toHaveLength(zones().length);
  expect(findZones(zones(), "atlantis")).toEqual([]);
});
