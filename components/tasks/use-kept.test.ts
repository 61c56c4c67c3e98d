import { expect, test } from "vitest";
import type { Write } from "@/components/tasks/optimistic";
import type { RecentChange } from "@/components/tasks/recent-changes";
import { sample } from "@/components/tasks/sample";
import { keep } from "@/components/tasks/use-kept";

const at = new Date("2026-11-21T09:00:00Z");
const ferns = sample({ id: "ferns" });
const none = new Map<string, never>();
const done = new Map([["ferns", { ...ferns, completed: true, deleted: false }]]);
const completing: Write[] = [{ kind: "complete", tasks: [ferns], at }];

test("what is finished here stays, struck out, when the server no longer lists it", () => {
  const kept = keep(none, [ferns], none, completing, none);
  expect(kept.get("ferns")).toMatchObject({ completed: true, completedAt: at });
  expect(keep(kept, [], none, [], done)).toBe(kept);
});

test("what the assistant finished stays too", () => {
  const recent = new Map<string, RecentChange>([["ferns", { taskId: "ferns", what: "complete", changeId: "c" }]]);
  expect(keep(none, [ferns], recent, [], none).has("ferns")).toBe(true);
});

test("it goes back to being a row of the server's when it was reopened, or never got finished", () => {
  const kept = keep(none, [ferns], none, completing, none);
  expect(keep(kept, [ferns], none, [], done).size).toBe(0);
});

test("it goes when it could not be finished, for it was deleted elsewhere", () => {
  const kept = keep(none, [ferns], none, completing, none);
  expect(keep(kept, [], none, completing, none)).toBe(kept);
  expect(keep(kept, [], none, [], none).size).toBe(0);
});

test("what is finished and deleted at once is not kept, and the list comes to rest", () => {
  const both: Write[] = [...completing, { kind: "remove", tasks: [ferns], at }];
  expect(keep(none, [ferns], none, both, none)).toBe(none);
});

test("it goes when it is deleted", () => {
  const kept = keep(none, [ferns], none, completing, none);
  expect(keep(kept, [], none, [{ kind: "remove", tasks: [ferns], at }], done).size).toBe(0);
});
