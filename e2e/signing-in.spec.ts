import type { APIRequestContext, BrowserContext, Page } from "@playwright/test";
import { expect, signUp, test } from "@/e2e/fixtures";

/** A stranger somewhere guesses until nobody who is unknown may. */
async function guessedAt(request: APIRequestContext, baseURL: string, email: string): Promise<void> {
  const guess = () =>
    request.post("/api/auth/sign-in/email", {
      headers: { Origin: baseURL },
      data: { email, password: "not the password" },
    });
  const answers = await Promise.all(Array.from({ length: 12 }, guess));
  expect(answers.filter((answer) => answer.status() === 429).length).toBeGreaterThan(0);
}

async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** As if they had signed out: what the browser is known by stays. */
const leave = (context: BrowserContext) => context.clearCookies({ name: /session/ });

test("an owner whose account strangers guess at signs in with a known browser, and changes the password", async ({
  browser,
  page,
  context,
  playwright,
  baseURL,
}) => {
  if (!baseURL) throw new Error("The tests need a server: run them with `npm run test:e2e`.");
  const person = await signUp(context, baseURL);
  const stranger = await playwright.request.newContext({ baseURL });
  await guessedAt(stranger, baseURL, person.email);

  const elsewhere = await browser.newContext({ baseURL });
  const unknown = await elsewhere.newPage();
  await signIn(unknown, person);
  await expect(unknown.getByRole("alert").filter({ hasText: "Too many attempts. Try again in" })).toBeVisible();
  await elsewhere.close();

  await page.goto("/settings");
  await page.getByLabel("Present password").fill(person.password);
  await page.getByLabel("New password").fill("seven copper kettles");
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByText("Changed. You are signed out everywhere else.")).toBeVisible();

  await leave(context);
  await signIn(page, { ...person, password: "seven copper kettles" });
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  await stranger.dispose();
});
