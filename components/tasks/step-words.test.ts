import { expect, test } from "vitest";
import { inWords } from "@/components/tasks/step-words";
import type { Change } from "@/db/changes";

const change = (noun: string, what: string, name = "home") =>
  ({ noun, what, after: noun === "tag" ? { name } : { title: name } }) as Change;

test("a step is told by what it was about", () => {
  expect(inWords([change("task", "complete", "Buy stamps"), change("task", "add", "Buy stamps")])).toBe(
    "Completed “Buy stamps”",
  );
  expect(inWords([change("tag", "add"), change("task", "add", "Water the ferns")])).toBe("Added “Water the ferns”");
  expect(inWords(["a", "b", "c"].map((name) => change("task", "remove", name)))).toBe("Deleted 3 tasks");
  expect(inWords([change("tag", "remove")])).toBe("Deleted the tag “home”");
  expect(inWords([change("conversation", "change", "Porto")])).toBe("Changed “Porto”");
});
