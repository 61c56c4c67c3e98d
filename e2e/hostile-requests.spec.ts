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

/** What servers and libraries look into. */
const HEADERS =
  "accept accept-encoding accept-language cache-control content-type cookie if-modified-since if-none-match next-action next-url purpose range referer rsc user-agent via x-forwarded-for";

test("neither long headers nor requests ahead of their answers keep the others waiting", async ({
  page,
  serverURL,
}) => {
  test.setTimeout(120_000);
  const port = Number(new URL(serverURL).port);
  const took = async (name: string, value: string) => {
    const began = performance.now();
    await sendRaw(port, rawRequest({ method: "GET", target: "/sign-in", headers: [[name, value]] }));
    return performance.now() - began;
  };
  const fills = ["X", "-", "a-", ", ", ";q=", "0"].map((part) => part.repeat(14_000 / part.length));
  const usual = Math.max(...(await Promise.all(fills.map((fill) => took("x-nothing", fill)))));
  for (const name of HEADERS.split(" "))
    for (const fill of fills)
      expect(await took(name, fill), `${name}: ${fill.slice(0, 9)}`).toBeLessThan(1_000 + 10 * usual);

  const ahead = "GET /sign-in HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(1_400);
  const asked = Array.from({ length: 4 }, () => sendRaw(port, ahead).catch(() => undefined));
  expect((await page.request.get("/api/health")).status()).toBe(200);
  await Promise.all(asked);
});
