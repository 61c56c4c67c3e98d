import type { Locator, Page } from "@playwright/test";
import { day } from "@/e2e/days";
import { expect, test } from "@/e2e/fixtures";
import { plainPages } from "@/e2e/pages";
import { screen } from "@/e2e/screen";

/** The widest and the narrowest; the one between them where the long tests run. */
const desks = [
  { width: 1440, height: 900 },
  ...(process.env.TANDEM_LONG ? [{ width: 1280, height: 800 }] : []),
  { width: 1024, height: 768 },
];

/** Sixty tasks for today, most of them with more to say than a narrow row holds. */
async function furnish(page: Page) {
  const add = (at: number) => {
    const title = `Task ${at}: ask about the meter reading, the parcel and the blue lampshade`;
    const data = { title, dueDate: day(), dueTime: "10:00", tags: at % 2 ? ["errands", "family"] : [] };
    return page.request.post("/api/v1/tasks", { data });
  };
  // The first of the page that is shown, in any order, and then the rest.
  await Promise.all(Array.from({ length: 50 }, (_, at) => add(at)));
  await Promise.all(Array.from({ length: 10 }, (_, at) => add(50 + at)));
}

const top = async (row: Locator) => (await row.boundingBox())?.y ?? Number.NaN;

test("the clicked row stays under the pointer when its task opens and closes, wherever the list is scrolled", async ({
  page,
  user: _,
}) => {
  test.slow();
  const { panel } = screen(page);
  await furnish(page);
  for (const desk of desks) {
    await page.setViewportSize(desk);
    await page.goto("/tasks");
    for (const title of ["Task 3:", "Task 27:", "Task 48:"]) {
      const row = page.getByRole("main").getByRole("listitem").filter({ hasText: title });
      await row.scrollIntoViewIfNeeded();
      const before = await top(row);
      await row.getByRole("link").click({ position: { x: 20, y: 8 } });
      await expect(panel.getByRole("textbox", { name: "Title" })).toHaveValue(new RegExp(title));
      await expect(page).toHaveURL(/task=/);
      expect(Math.abs((await top(row)) - before), `${title} opened at ${desk.width}`).toBeLessThanOrEqual(2);
      await page.keyboard.press("Escape");
      await expect(panel).toHaveCount(0);
      await expect(page).not.toHaveURL(/task=/);
      expect(Math.abs((await top(row)) - before), `${title} closed at ${desk.width}`).toBeLessThanOrEqual(2);
    }
  }
});

test("nothing moves while a page comes, on any page of a desk", async ({ page, user: _ }) => {
  test.slow();
  await furnish(page);
  const { items } = await (await page.request.get("/api/v1/tags")).json();
  await page.addInitScript(() => {
    const seen = { total: 0 };
    Object.assign(window, { layoutShift: seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
        if (!hadRecentInput) seen.total += value;
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  const pages = [...plainPages, `/tags/${items[0].id}`, "/search?q=task"];
  for (const [at, desk] of desks.entries()) {
    await page.setViewportSize(desk);
    // In the other windows one page of each kind; all of them in the long tests.
    for (const path of at === 0 || process.env.TANDEM_LONG
      ? pages
      : ["/today", "/chat", "/settings", "/search?q=task"]) {
      await page.goto(path);
      await page.waitForLoadState("networkidle");
      const moved = await page.evaluate(
        () => (window as unknown as { layoutShift: { total: number } }).layoutShift.total,
      );
      expect(moved, `${path} at ${desk.width}`).toBeLessThan(0.01);
    }
  }
});

test("where there is room for both, the navigation stands before the assistant", async ({ page, user: _ }) => {
  const { views, composer } = screen(page);
  const assistant = page.getByRole("complementary", { name: "Assistant" });
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.goto("/today");
  await expect(views.getByRole("link", { name: /^Upcoming/ })).toBeVisible();
  await expect(assistant).toBeHidden();
  await page.getByRole("button", { name: "Open assistant" }).click();
  await expect(composer).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(assistant).toBeHidden();
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(assistant).toBeVisible();
});
