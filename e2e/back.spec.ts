import type { Locator, Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";
import { jot, screen } from "@/e2e/screen";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test.beforeEach(async ({ page, user: _ }) => {
  await page.goto("/tasks");
  await jot(page, "Buy stamps");
  await expect(screen(page).check("Buy stamps")).toBeEnabled();
  for (const name of ["Today", "Upcoming"]) {
    await tabs(page).getByRole("link", { name }).tap();
    await expect(heading(page, name)).toBeVisible();
    await expect(page).toHaveURL(new RegExp(name.toLowerCase()));
  }
});

/** By its words alone: under a sheet it has no role. */
const heading = (page: Page, name: string) => page.locator("h1:visible", { hasText: name });
const tabs = (page: Page) => page.getByRole("navigation", { name: "Tabs" });

/** Each thing that opens over the page, and how. */
const layers: Record<string, (page: Page) => Promise<Locator>> = {
  "the add sheet": async (page) => {
    await tabs(page).getByRole("button", { name: "Add a task" }).tap();
    return page.getByRole("dialog", { name: "Add a task" });
  },
  "the menu": async (page) => {
    await tabs(page).getByRole("button", { name: "More" }).tap();
    return page.getByRole("dialog", { name: "Menu" });
  },
  "a view's menu": async (page) => {
    await page.getByRole("button", { name: "View options" }).tap();
    return page.getByRole("menu");
  },
  "the keys": async (page) => {
    await page.getByRole("button", { name: "View options" }).tap();
    await page.getByRole("menuitem", { name: "Keyboard shortcuts" }).tap();
    return page.getByRole("dialog", { name: "Keyboard shortcuts" });
  },
  "the palette": async (page) => {
    await tabs(page).getByRole("button", { name: "More" }).tap();
    await page
      .getByRole("dialog", { name: "Menu" })
      .getByRole("button", { name: /^Search or jump to/ })
      .tap();
    return page.getByRole("dialog", { name: "Search or jump to" });
  },
  "a dialog": async (page) => {
    await tabs(page).getByRole("button", { name: "More" }).tap();
    await page.getByRole("dialog", { name: "Menu" }).getByRole("button", { name: "New tag" }).tap();
    return page.getByRole("dialog", { name: "New tag" });
  },
};

test("Back closes what is open on top, and stays on the page", async ({ page }) => {
  for (const [name, open] of Object.entries(layers)) {
    await test.step(name, async () => {
      const layer = await open(page);
      await expect(layer).toBeVisible();
      await page.goBack();
      await expect(layer).toBeHidden();
      await expect(heading(page, "Upcoming")).toBeVisible();
      // One Back for each layer, and the page is as if none had been open.
      while ((await page.locator("[role=dialog][data-open], [role=menu][data-open]").count()) > 0) await page.goBack();
      await expect(page).toHaveURL(/\/upcoming$/);
      await page.goForward();
      await expect(layer).toHaveCount(0); // it has faded out
      await expect(page).toHaveURL(/\/upcoming$/);
    });
  }
  await page.goBack();
  await expect(heading(page, "Today")).toBeVisible();
});

test("closed otherwise, nothing of it is left in the history", async ({ page }) => {
  for (const open of Object.values(layers)) {
    await expect(await open(page)).toBeVisible();
    while ((await page.locator("[role=dialog][data-open], [role=menu][data-open]").count()) > 0)
      await page.keyboard.press("Escape");
    await expect(page.getByRole("menu")).toHaveCount(0); // it has faded out
  }
  await page.goBack();
  await expect(heading(page, "Today")).toBeVisible();
});

test("a link in the menu leads on, and Back from there to the page below", async ({ page }) => {
  await tabs(page).getByRole("button", { name: "More" }).tap();
  await page
    .getByRole("dialog", { name: "Menu" })
    .getByRole("link", { name: /^All tasks/ })
    .tap();
  await expect(heading(page, "All tasks")).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.goBack();
  await expect(heading(page, "Upcoming")).toBeVisible();
  await page.goBack();
  await expect(heading(page, "Today")).toBeVisible();
});

test("a task's sheet is an address: Back closes it, closing it goes back, and a link to it stays good", async ({
  page,
}) => {
  const sheet = page.getByRole("dialog", { name: "Task", exact: true });
  await tabs(page).getByRole("button", { name: "More" }).tap();
  await page
    .getByRole("dialog", { name: "Menu" })
    .getByRole("link", { name: /^All tasks/ })
    .tap();
  await page.getByRole("link", { name: "Buy stamps" }).tap();
  await expect(sheet).toBeVisible();
  await page.goBack();
  await expect(sheet).toBeHidden();
  await expect(heading(page, "All tasks")).toBeVisible();

  await page.getByRole("link", { name: "Buy stamps" }).tap();
  await expect(page).toHaveURL(/task=/);
  const address = page.url();
  await sheet.getByRole("button", { name: "Close" }).tap();
  await expect(sheet).toBeHidden();
  await expect(page).not.toHaveURL(/task=/);
  await page.goBack();
  await expect(heading(page, "Upcoming")).toBeVisible();

  await page.goto(address);
  await expect(sheet).toBeVisible();
  await sheet.getByRole("button", { name: "Close" }).tap();
  await expect(sheet).toBeHidden();
  await page.goBack();
  await expect(heading(page, "Upcoming")).toBeVisible();
});

test("reloaded with a sheet open, the page is there without it, and one Back leaves it", async ({ page }) => {
  await tabs(page).getByRole("button", { name: "Add a task" }).tap();
  await expect(page.getByRole("dialog", { name: "Add a task" })).toBeVisible();
  await page.reload();
  await expect(heading(page, "Upcoming")).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => history.state?.layers ?? 0)).toBe(0);
  await page.goBack();
  await expect(heading(page, "Today")).toBeVisible();
});

test("two Backs at once close the sheet and leave the page", async ({ page }) => {
  await tabs(page).getByRole("button", { name: "Add a task" }).tap();
  await expect(page.getByRole("dialog", { name: "Add a task" })).toBeVisible();
  await page.evaluate(() => {
    history.back();
    history.back();
  });
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(heading(page, "Today")).toBeVisible();
});
