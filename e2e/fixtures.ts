import { randomUUID } from "node:crypto";
import { type BrowserContext, test as base, expect } from "@playwright/test";

type Person = { name: string; email: string; password: string };

/** Makes an account over HTTP and leaves `context` signed in to it; the time zone is the browser's. */
export async function signUp(context: BrowserContext, baseURL: string): Promise<Person> {
  const person = { name: "Ada Example", email: `ada-${randomUUID()}@example.com`, password: `plum-${randomUUID()}` };
  const headers = { Origin: baseURL };
  const made = await context.request.post("/api/auth/sign-up/email", {
    headers,
    data: { ...person, timeZone: "Europe/Berlin", locale: "en-GB" },
  });
  expect(made.status(), await made.text()).toBe(200);
  const signedIn = await context.request.post("/api/auth/sign-in/email", {
    headers,
    data: { email: person.email, password: person.password },
  });
  expect(signedIn.status(), await signedIn.text()).toBe(200);
  return person;
}

type Fixtures = {
  /** The signed-in user of `page`; each test that asks for one has its own. */
  user: Person;
};

export const test = base.extend<Fixtures>({
  user: async ({ context, baseURL }, use) => {
    if (!baseURL) throw new Error("The tests need a server: run them with `npm run test:e2e`.");
    await use(await signUp(context, baseURL));
  },
});

export { expect };
