import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";
import { anotherPerson, expectKept, kept, signIn } from "@/e2e/people";
import { jot, say, screen } from "@/e2e/screen";

/** Something of Ada's in every place that a browser keeps things in. */
async function furnish(page: Page) {
  const { check, composer, quickAdd } = screen(page);
  await page.goto("/today");
  await say(page, "add repot the orchids today");
  await jot(page, "Call the bank today");
  await expect(check("Call the bank")).toBeEnabled();
  await check("Call the bank").click();
  await expect(page.getByText("Completed “Call the bank”")).toBeAttached();
  await composer.fill("Ada half asks");
  await quickAdd.fill("Ada half writes");
  await expectKept(page, "Ada half asks", "Ada half writes");
}

async function expectNothingOfAdas(page: Page) {
  const { composer, quickAdd, talk } = screen(page);
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  await expect(composer).toHaveValue("");
  await expect(quickAdd).toHaveValue("");
  await expect(talk).toHaveCount(0);
  await expect(page.getByText(/orchids|bank|Ada half/)).toHaveCount(0);
}

test("signing out empties this tab and every other, and the next person finds nothing, nor by Back or Undo", async ({
  page,
  context,
  user: _,
  baseURL,
}) => {
  test.slow();
  const bob = await anotherPerson(page);
  await furnish(page);
  const other = await context.newPage();
  await other.goto("/today");
  await expect(screen(other).quickAdd).toHaveValue("Ada half writes");

  await screen(page).views.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("button", { name: "Sign out here" }).click();
  const asked = page.getByRole("dialog", { name: "Sign out and delete drafts?" });
  await expect(asked).toContainText("Ada half asks");
  await asked.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Sign out here" }).click();
  await asked.getByRole("button", { name: "Sign out" }).click();

  await expect(page).toHaveURL(`${baseURL}/`);
  await expect(other).toHaveURL(/\/sign-in/);
  expect(await kept(page)).toEqual({ drafts: [], keys: [] });

  await page.goto("/sign-in");
  await signIn(page, bob);
  await expectNothingOfAdas(page);
  await page.keyboard.press("Escape"); // an empty Today begins in its field, where undo is the field's
  await page.keyboard.press("Control+z");
  await expect(screen(page).notice).toContainText("Nothing to undo");
  for (let step = 0; step < 3; step++) {
    await page.goBack();
    await page.waitForLoadState("networkidle");
    await expect(page.getByText(/orchids|bank|Ada half/)).toHaveCount(0);
  }
  await other.reload();
  await expectNothingOfAdas(other);
});

test("an account that is deleted, by its password alone, leaves nothing in the browser and cannot be signed in to", async ({
  page,
  user,
  baseURL,
}) => {
  await furnish(page);
  await page.goto("/settings");
  await page.getByRole("button", { name: "Delete account…" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete account?" });
  const password = dialog.getByLabel("Your password", { exact: true });
  await password.fill("not my password");
  await dialog.getByRole("button", { name: "Delete account permanently" }).click();
  await expect(dialog.getByRole("alert")).toBeVisible();
  await password.fill(user.password);
  await dialog.getByRole("button", { name: "Delete account permanently" }).click();
  await expect(page).toHaveURL(`${baseURL}/`);
  expect(await kept(page)).toEqual({ drafts: [], keys: [] });
  await page.goto("/sign-in");
  await signIn(page, user);
  await expect(page.getByText(/Wrong email or password/)).toBeVisible();
});

test("signing out in one tab asks about what another has sent and the server does not have", async ({
  page,
  context,
  user: _,
}) => {
  await page.goto("/settings");
  const other = await context.newPage();
  await other.goto("/today");
  await other.route("**/today", (route) => (route.request().method() === "POST" ? undefined : route.fallback()));
  await other.route("**/api/chat", () => {});
  await jot(other, "Buy stamps");
  await screen(other).composer.fill("What is due?");
  await screen(other).composer.press("Enter");
  await expectKept(other, "Buy stamps", "What is due?");

  await page.bringToFront();
  await page.getByRole("button", { name: "Sign out here" }).click();
  const asked = page.getByRole("dialog", { name: "Sign out and delete drafts?" });
  await expect(asked).toContainText("Buy stamps");
  await expect(asked).toContainText("What is due?");
  await asked.getByRole("button", { name: "Cancel" }).click();
  await expectKept(page, "Buy stamps", "What is due?");
  await expect(screen(other).quickAdd).toBeVisible();
});

test("a guest who deletes everything leaves nothing to the next one", async ({ page, baseURL }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Try it without an account" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  await furnish(page);
  await page.goto("/settings");
  await page.getByRole("button", { name: "Delete everything…" }).click();
  await page.getByLabel("Type “delete” to confirm").fill("delete");
  await page.getByRole("button", { name: "Delete everything permanently" }).click();
  await expect(page).toHaveURL(`${baseURL}/`);
  expect(await kept(page)).toEqual({ drafts: [], keys: [] });
  await page.getByRole("button", { name: "Try it without an account" }).first().click();
  await expectNothingOfAdas(page);
});

test("a guest who makes an account, or signs in to one, keeps what was half written", async ({ page, context }) => {
  const bob = await anotherPerson(page);
  const { quickAdd, views } = screen(page);
  const writeHalf = async (text: string) => {
    await page.goto("/");
    await page.getByRole("button", { name: "Try it without an account" }).first().click();
    await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
    await quickAdd.fill(text);
    await expectKept(page, text);
    await page.goto("/settings");
  };
  await writeHalf("Half a task");
  await page.getByRole("link", { name: "Create an account" }).click();
  await expect(page.getByText("You’ll keep everything you’ve added so far.")).toBeVisible();
  await page.getByLabel("Name").fill("Ada Example");
  await page.getByLabel("Email").fill(`ada-${randomUUID()}@example.com`);
  await page.getByLabel("Password", { exact: true }).fill(`plum-${randomUUID()}`);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  await expect(quickAdd).toHaveValue("Half a task");

  await context.clearCookies();
  await writeHalf("Another half");
  await page.getByRole("link", { name: "Sign in" }).click();
  await expect(page.getByText(/moves into the account/)).toBeVisible();
  await signIn(page, bob);
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
  await views.getByRole("link", { name: /^Today/ }).click();
  await expect(quickAdd).toHaveValue("Another half");
});

test("a tab becomes the next person's as soon as they have signed in in another, also one that was put aside", async ({
  page,
  context,
  user: _,
}) => {
  const bob = await anotherPerson(page);
  await furnish(page);
  const other = await context.newPage();
  await context.clearCookies();
  await other.goto("/sign-in");
  await signIn(other, bob);
  await expectNothingOfAdas(other);
  await expectNothingOfAdas(page);
  await expect.poll(async () => (await kept(page)).drafts).toEqual([]);

  // A page in the browser's memory hears of nothing: it looks when it comes back.
  await page.evaluate(() => {
    localStorage.setItem("tandem user", "someone-else 1");
    window.dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
  });
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(0);
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  await expectNothingOfAdas(page);
});
