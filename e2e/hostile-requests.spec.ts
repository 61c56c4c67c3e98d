import fc from "fast-check";
import { expect, test } from "@/e2e/fixtures";
import { hostileRequests } from "@/e2e/hostile/requests";
import { rawRequest, sendRaw } from "@/server/testing/raw-http";

const isLong = process.env.TANDEM_LONG === "1";
/** So many batches of so many requests at once. */
const BATCHES = isLong ? 1_000 : 60;
const AT_ONCE = 10;

/** A stack, a path on this machine, or the words of a driver, a parser or a statement. */
const LEAKS = [
  /\n\s+at \S+ \(/,
  /\.[jt]s:\d+:\d+/,
  /node_modules/,
  /ECONNREFUSED|SQLSTATE|ZodError|SyntaxError/,
  /from "users"/,
];

test("no hostile request is answered by a failure of ours, nor learns how we are made", async ({
  page,
  serverURL,
  user: _,
}) => {
  test.setTimeout(isLong ? 3_600_000 : 180_000);
  const { host, port } = new URL(serverURL);
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const sender: Array<[string, string]> = [
    ["Cookie", cookie],
    ["Origin", serverURL],
    ["Host", host],
  ];
  const batch = fc.array(hostileRequests(sender), { minLength: AT_ONCE, maxLength: AT_ONCE });
  await fc.assert(
    fc.asyncProperty(batch, async (requests) => {
      const answers = await Promise.all(requests.map((parts) => sendRaw(Number(port), rawRequest(parts))));
      for (const [at, { status, headers, text }] of answers.entries()) {
        const sent = JSON.stringify(requests[at]).slice(0, 500);
        if (status !== 503) expect(status, sent).toBeLessThan(500);
        for (const leak of LEAKS) expect(text, sent).not.toMatch(leak);
        expect(text, sent).not.toContain(process.cwd());
        expect(headers.get("location") ?? "/", sent).toMatch(/^\/(?![/\\])/);
        expect(headers.get("x-frame-options"), sent).toBe("DENY");
      }
    }),
    { numRuns: BATCHES, ...(isLong ? {} : { seed: 20_261_129 }) },
  );
  expect((await page.request.get("/api/health")).status()).toBe(200);
});
