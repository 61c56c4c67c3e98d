import { randomUUID } from "node:crypto";
import { expect, test } from "@/e2e/fixtures";
import { expectKept, onAnotherDevice } from "@/e2e/people";
import { jot, screen } from "@/e2e/screen";

test("a visitor tries it without an account, then makes one and keeps everything", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "Try it without an account" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();

  await jot(page, "Water the ferns");
  await expect(screen(page).check("Water the ferns")).toBeEnabled();

  await page.goto("/sign-up");
  await page.getByLabel("Name").fill("Ada Example");
  await page.getByLabel("Email").fill(`ada-${randomUUID()}@example.com`);
  await page.getByLabel("Password", { exact: true }).fill("plum orchard lantern");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  await expect(screen(page).row("Water the ferns")).toBeVisible();
});

test("a visitor signs up, writes a task, signs out, and finds it after signing in again", async ({ page }) => {
  const email = `grace-${randomUUID()}@example.com`;
  const password = "seven copper kettles";
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill("Grace");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  await jot(page, "Book the dentist");
  await expect(screen(page).check("Book the dentist")).toBeEnabled();

  await page.goto("/settings");
  await page.getByRole("button", { name: "Sign out here" }).click();
  await expect(page).not.toHaveURL(/settings/);
  await page.goto("/today");
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill("not my password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: /password/i })).toBeVisible();
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(screen(page).row("Book the dentist")).toBeVisible();
});

test("a weak password and a taken address are refused without telling who has an account", async ({ page, user }) => {
  await page.context().clearCookies();
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill("Mallory");
  await page.getByLabel("Email").fill(user.email);
  await page.getByLabel("Password", { exact: true }).fill("password123");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText(/common|guess/i).first()).toBeVisible();
  await page.getByLabel("Password", { exact: true }).fill("quite another lantern");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expect(page.getByText(/already (exists|registered|taken|in use)/i)).toHaveCount(0);
  await expect(page).not.toHaveURL(/today/);
});

test("a link to the way out leaves alone what someone who stays has not sent yet", async ({ page, user: _ }) => {
  const { composer } = screen(page);
  await page.goto("/today");
  await composer.fill("What is still to do for Porto?");
  await expectKept(page, "What is still to do for Porto?");
  await page.goto("/goodbye");
  await expect(page).toHaveURL(/\/today$/);
  await expect(composer).toHaveValue("What is still to do for Porto?");
});

test("a newcomer starts writing at once, learns the grammar by a click, and is not taught again", async ({
  page,
  user,
}) => {
  const { quickAdd, check, notice } = screen(page);
  const examples = page.getByRole("region", { name: "Examples" });
  await page.goto("/today");
  await expect(quickAdd).toBeFocused();
  await examples.getByRole("button", { name: /Call mum/ }).click();
  await expect(quickAdd).toHaveValue(/Call mum tomorrow 5pm/);
  await expect(quickAdd).toBeFocused();
  await expect(page.getByText(/\w{3} \d+ \w{3}, 17:00/)).toBeVisible();
  await quickAdd.press("Enter");
  await expect(examples).toHaveCount(0);
  await expect(notice.getByText("Added “Call mum”")).toBeVisible();
  await page.goto("/upcoming");
  await expect(check("Call mum")).toBeEnabled();
  await expect(examples).toHaveCount(0);

  const other = await onAnotherDevice(page, user);
  await other.goto("/no-date");
  await expect(other.getByText("No tasks without a date")).toBeVisible();
  await expect(other.getByRole("region", { name: "Examples" })).toHaveCount(0);
  await other.context().close();
});

test("the examples go with Escape, for good", async ({ page, user: _ }) => {
  const examples = page.getByRole("region", { name: "Examples" });
  await page.goto("/upcoming");
  await expect(examples).toBeVisible();
  await page.waitForLoadState("networkidle"); // until then keys do nothing
  const saved = page.waitForResponse((response) => response.request().method() === "POST");
  await page.keyboard.press("Escape");
  await expect(examples).toHaveCount(0);
  await saved;
  await page.goto("/tasks");
  await expect(page.getByText("No open tasks")).toBeVisible();
  await expect(examples).toHaveCount(0);
});

test("an address that leads nowhere tells strangers nothing, and leads on", async ({ page }) => {
  await page.goto("/no-such-page");
  await expect(page.getByRole("heading", { level: 1, name: "Page not found" })).toBeVisible();
  await expect(page.getByText(/trash/i)).toHaveCount(0);
  await page.getByRole("link", { name: "Go to Tandem" }).click();
  await expect(page.getByRole("button", { name: "Try it without an account" }).first()).toBeVisible();
});
