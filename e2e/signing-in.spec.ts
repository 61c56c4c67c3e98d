import type { BrowserContext, Page } from "@playwright/test";
import { expect, signUp, test } from "@/e2e/fixtures";
import { signIn } from "@/e2e/people";

/** Guesses from an unknown browser until unknown browsers there are refused. */
async function guessedAt(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  const statuses = await page.evaluate(async (email) => {
    const body = JSON.stringify({ email, password: "not the password" });
    const init = { method: "POST", headers: { "content-type": "application/json" }, body };
    const answers = await Promise.all(Array.from({ length: 12 }, () => fetch("/api/auth/sign-in/email", init)));
    return answers.map(({ status }) => status);
  }, email);
  expect(new Set(statuses)).toEqual(new Set([401, 429]));
}

/** As if they had signed out: what the browser is known by stays. */
const leave = (context: BrowserContext) => context.clearCookies({ name: /session/ });

test("an owner whose account strangers guess at signs in with a known browser, and changes the password", async ({
  browser,
  page,
  context,
  baseURL,
}) => {
  if (!baseURL) throw new Error("The tests need a server: run them with `npm run test:e2e`.");
  const person = await signUp(context, baseURL);
  const elsewhere = await browser.newContext({ baseURL });
  const unknown = await elsewhere.newPage();
  await guessedAt(unknown, person.email);
  await unknown.goto("/sign-in");
  await signIn(unknown, person);
  await expect(unknown.getByRole("alert").filter({ hasText: "Too many attempts. Try again in" })).toBeVisible();
  await elsewhere.close();

  await page.goto("/settings");
  await page.getByLabel("Current password").fill(person.password);
  await page.getByLabel("New password").fill("seven copper kettles");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Password changed. You’re signed out everywhere else.")).toBeVisible();

  await leave(context);
  await page.goto("/sign-in");
  await signIn(page, { ...person, password: "seven copper kettles" });
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
});
