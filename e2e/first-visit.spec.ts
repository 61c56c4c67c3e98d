import { randomUUID } from "node:crypto";
import { expect, test } from "@/e2e/fixtures";
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
  await page.getByLabel("E-mail").fill(`ada-${randomUUID()}@example.com`);
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
  await page.getByLabel("E-mail").fill(email);
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
  await page.getByLabel("E-mail").fill(email);
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
  await page.getByLabel("E-mail").fill(user.email);
  await page.getByLabel("Password", { exact: true }).fill("password123");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText(/common|guess/i).first()).toBeVisible();
  await page.getByLabel("Password", { exact: true }).fill("quite another lantern");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expect(page.getByText(/already (exists|registered|taken|in use)/i)).toHaveCount(0);
  await expect(page).not.toHaveURL(/today/);
});

test("a link to the way out leaves alone what somebody who stays has not sent yet", async ({ page, user: _ }) => {
  const { composer } = screen(page);
  await page.goto("/today");
  await composer.fill("What is still to do for Porto?");
  await page.goto("/goodbye");
  await expect(page).toHaveURL(/\/today$/);
  await expect(composer).toHaveValue("What is still to do for Porto?");
});
