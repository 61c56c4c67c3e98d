import { randomUUID } from "node:crypto";
import {
  type APIRequestContext,
  type BrowserContext,
  test as base,
  type ConsoleMessage,
  devices,
  expect,
  type Page,
} from "@playwright/test";

type Person = { name: string; email: string; password: string };

/** Makes an account over HTTP and leaves `context` signed in to it; the time zone is the browser's. */
export async function signUp(context: { request: APIRequestContext }, baseURL: string): Promise<Person> {
  const person = { name: "Ada Example", email: `ada-${randomUUID()}@example.com`, password: `plum-${randomUUID()}` };
  const headers = { Origin: baseURL };
  const made = await context.request.post(`${baseURL}/api/auth/sign-up/email`, {
    headers,
    data: { ...person, timeZone: "Europe/Berlin", locale: "en-GB" },
  });
  expect(made.status(), await made.text()).toBe(200);
  const signedIn = await context.request.post(`${baseURL}/api/auth/sign-in/email`, {
    headers,
    data: { email: person.email, password: person.password },
  });
  expect(signedIn.status(), await signedIn.text()).toBe(200);
  return person;
}

type SignedIn = { person: Person; cookies: Parameters<BrowserContext["addCookies"]>[0] };

type Shared = {
  /** Returns a user who has just signed up. The next one signs up while a test runs: it takes half a second, mostly waiting. */
  nextPerson: () => Promise<SignedIn>;
};

type Fixtures = {
  /** Where the app that is tested runs: its origin. */
  serverURL: string;
  /** The signed-in user of `page`; each test that asks for one has its own. */
  user: Person;
  /** What its own policy kept from running or showing on any page of the test, which fails for it; who provokes one takes it out. */
  violations: string[];
};

/** A page's scripts have taken it over: before that, a click on what the server drew may be lost. */
async function listens(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      !document.querySelector("script[src^='/_next/']") ||
      Object.keys(document.body).some((key) => key.startsWith("__reactProps")),
  );
}

/** All that was done on a page is saved: while something is not, the page asks before it is left. */
async function saved(page: Page): Promise<void> {
  await page.waitForFunction(() => window.dispatchEvent(new Event("beforeunload", { cancelable: true })));
}

/** A script that compiles another one breaks the policy, too, and the browser's console says nothing of it. */
function reportCompiling(): void {
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
    if (blockedURI === "eval")
      console.error(`Content Security Policy: ${effectiveDirective} refused to compile a script`);
  });
}

export const test = base.extend<Fixtures, Shared>({
  nextPerson: [
    async ({ playwright }, use) => {
      async function come(): Promise<SignedIn> {
        const { userAgent } = devices["Desktop Chrome"];
        const request = await playwright.request.newContext({ userAgent });
        const person = await signUp({ request }, process.env.TANDEM_URL ?? "");
        const { cookies } = await request.storageState();
        await request.dispose();
        return { person, cookies };
      }
      let coming = come();
      await use(async () => {
        const here = await coming;
        coming = come();
        coming.catch(() => {}); // it is told when it is asked for
        return here;
      });
      await coming.catch(() => {});
    },
    { scope: "worker" },
  ],
  /** Goes and comes back to a page only when that listens, and comes back when all is saved, unless it is told what to wait for. */
  page: async ({ page }, use) => {
    const { goto, reload } = page;
    page.goto = async (url, options) => {
      const response = await goto.call(page, url, options);
      if (!options?.waitUntil) await listens(page);
      return response;
    };
    page.reload = async (options) => {
      if (!options?.waitUntil) await saved(page);
      const response = await reload.call(page, options);
      if (!options?.waitUntil) await listens(page);
      return response;
    };
    await use(page);
  },
  violations: [
    async ({ browser, context }, use) => {
      const violations: string[] = [];
      const listen = (message: ConsoleMessage) => {
        if (message.text().includes("Content Security Policy"))
          violations.push(`${message.page()?.url()}: ${message.text()}`);
      };
      const { newContext } = browser;
      const watch = async (one: BrowserContext) => {
        await one.addInitScript(reportCompiling);
        return one.on("console", listen);
      };
      browser.newContext = async (options) => watch(await newContext.call(browser, options));
      await watch(context);
      await use(violations);
      browser.newContext = newContext;
      expect(violations).toEqual([]);
    },
    { auto: true },
  ],
  serverURL: async ({ baseURL }, use) => {
    if (!baseURL) throw new Error("The tests need a server: run them with `npm run test:e2e`.");
    await use(baseURL);
  },
  user: async ({ context, nextPerson }, use) => {
    const { person, cookies } = await nextPerson();
    await context.addCookies(cookies);
    await use(person);
  },
});

export { expect };
