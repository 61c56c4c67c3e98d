import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";
import { expectKept, loseSession } from "@/e2e/people";
import { say, screen } from "@/e2e/screen";

async function expectNoViolation(page: Page, path: string) {
  await page.goto(path);
  await expect(page.getByRole("main")).toBeVisible();
  await page.waitForLoadState("networkidle");
  await expectNoneNow(page, path);
}

async function expectNoneNow(page: Page, path: string) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${path}: ${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  expect(found).toEqual([]);
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("axe finds no violation on the public pages", async ({ page }) => {
      for (const path of ["/", "/sign-in", "/sign-up", "/reset", "/no-such-page"]) await expectNoViolation(page, path);
    });

    test("axe finds no violation on the signed-in pages", async ({ page, user: _ }) => {
      test.slow();
      const task = await page.request.post("/api/v1/quick-add", { data: { text: "Call mum today 5pm #family !high" } });
      const { id, tags } = await task.json();
      await page.request.post("/api/v1/tasks", { data: { title: "Late", dueDate: "2020-01-01", priority: "low" } });
      await page.goto("/chat");
      await say(page, "add buy stamps");
      await say(page, "delete buy stamps");
      const chats = (await (await page.request.get("/api/v1/conversations")).json()).items;
      const paths = [
        "/today",
        `/today?task=${id}`,
        "/upcoming",
        "/tasks",
        `/tags/${tags[0].id}`,
        "/search?q=mum",
        "/completed",
        "/trash",
        "/conversations",
        "/chat",
        `/chat/${chats[0].id}`,
        "/settings",
      ];
      for (const path of paths) await expectNoViolation(page, path);
    });

    test("axe finds no violation where something is not saved", async ({ page, context, user: _ }) => {
      const { panel, quickAdd } = screen(page);
      const task = await page.request.post("/api/v1/quick-add", { data: { text: "Call mum today" } });
      const { id } = await task.json();
      await page.goto(`/today?task=${id}`);
      await quickAdd.fill("Half a task");
      await panel.getByRole("textbox", { name: "Description" }).fill("x".repeat(1001));
      await panel.getByRole("textbox", { name: "Description" }).press("Escape");
      await expect(panel.getByRole("alert")).toBeVisible();
      await expectKept(page, "Half a task", "x".repeat(1001));
      await expectNoneNow(page, "too long");
      await page.reload();
      await expect(panel.getByText("Draft, not saved")).toBeVisible();
      await expectNoneNow(page, "a draft");
      await loseSession(context);
      await quickAdd.press("Enter");
      const banner = page.getByRole("alert").filter({ hasText: "You’re signed out" });
      await expect(banner).toBeVisible();
      await expectNoneNow(page, "signed out");
      await banner.getByRole("button", { name: "Sign in" }).click();
      await expect(page.getByRole("dialog", { name: "Sign in" })).toBeVisible();
      await page.waitForTimeout(300); // until it has faded in
      await expectNoneNow(page, "the dialog to sign in");
    });
  });
}
