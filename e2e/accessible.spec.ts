import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";
import { say } from "@/e2e/screen";

async function expectNoViolation(page: Page, path: string) {
  await page.goto(path);
  await expect(page.getByRole("main")).toBeVisible();
  await page.waitForLoadState("networkidle");
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
        "/chat",
        `/chat/${chats[0].id}`,
        "/settings",
      ];
      for (const path of paths) await expectNoViolation(page, path);
    });
  });
}
