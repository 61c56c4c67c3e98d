import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { POST } from "@/app/api/auth/[...all]/route";
import { OUR_PAGE } from "@/auth/testing-page";
import { asNobody } from "@/db/request-context";
import { readOnly } from "@/db/testing-read-only";

let database: Awaited<ReturnType<typeof readOnly>>;
beforeEach(async () => {
  vi.spyOn(console, "error").mockReturnValue();
  database = await readOnly();
});
afterEach(async () => {
  await database.end();
  vi.restoreAllMocks();
});

const person = { name: "Ada", email: `${randomUUID()}@example.com`, password: "plum-on-the-windowsill" };

test.each(["sign-in/email", "sign-up/email", "sign-in/anonymous", "request-password-reset"])(
  "%s says so while nothing can be saved",
  async (path) => {
    const body = JSON.stringify(person);
    const headers = { ...OUR_PAGE, "content-type": "application/json", "content-length": `${body.length}` };
    const request = new Request(`http://tandem.test/api/auth/${path}`, { method: "POST", headers, body });
    const answer = await asNobody(() => POST(request));
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ detail: expect.stringContaining("Nothing can be saved right now") });
  },
);
