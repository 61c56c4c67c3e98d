import { glob, readFile } from "node:fs/promises";
import { expect, test } from "vitest";

test("docs/api.md names every call of the API, and no other", async () => {
  const calls: string[] = [];
  for await (const file of glob("app/api/v1/**/route.ts")) {
    const path = file.replace(/^app|\/route\.ts$/g, "").replaceAll(/\[(\w+)\]/g, ":$1");
    const source = await readFile(file, "utf8");
    for (const [, method] of source.matchAll(/^export const (GET|POST|PUT|PATCH|DELETE)\b/gm))
      calls.push(`${method} ${path}`);
  }
  const page = await readFile("docs/api.md", "utf8");
  const named = [...page.matchAll(/^\| `((?:GET|POST|PUT|PATCH|DELETE) \/api\/v1\/[^`]*)` \|/gm)].map(
    ([, call]) => call,
  );
  expect(named.toSorted()).toEqual(calls.toSorted());
});
