import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

test("every address of the API says which methods it has, where it is asked for another", async () => {
  for await (const file of glob(["app/api/v1/**/route.ts", "app/api/chat/**/route.ts"])) {
    const source = await readFile(file, "utf8");
    const named = [...source.matchAll(/^export const (\w+) = door/gm)].map(([, method]) => method);
    if (named.length === 0) continue;
    const has = METHODS.filter((method) => named.includes(method === "HEAD" ? "GET" : method));
    const handlers: Record<string, () => Response> = await import(join(process.cwd(), file));
    for (const method of [...METHODS, "OPTIONS"].filter((method) => !has.includes(method))) {
      const answer = handlers[method]?.();
      expect(answer?.headers.get("allow"), `${method} ${file}`).toBe([...has, "OPTIONS"].join(", "));
      expect(answer?.status).toBe(method === "OPTIONS" ? 204 : 405);
      if (method !== "OPTIONS")
        expect(await answer?.json()).toMatchObject({ status: 405, title: "Method not allowed" });
    }
  }
});
