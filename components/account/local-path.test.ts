import { expect, test } from "vitest";
import { localPath } from "@/components/account/local-path";

test.each(["/tasks", "/tags/1?sort=due", "/chat/2#last", "/search?q=%2F%2Fevil"])("follows %s", (path) => {
  expect(localPath(path)).toBe(path);
});

test.each([
  undefined,
  "",
  "/",
  "today",
  "https://evil.example/today",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "\n//evil.example",
  "javascript:alert(1)",
  ["/tasks"],
])("stays at home for %j", (path) => {
  expect(localPath(path)).toBe("/today");
});
