import type { Page } from "@playwright/test";
import { day } from "@/e2e/days";
import { expect, test } from "@/e2e/fixtures";
import { onAnotherDevice } from "@/e2e/people";
import { screen } from "@/e2e/screen";

const add = (page: Page, title: string, dueDate?: string) =>
  page.request.post("/api/v1/tasks", { data: { title, dueDate } });
const titles = (page: Page) => page.getByRole("main").locator("[data-title]").filter({ visible: true });
const sortOf = (page: Page) => page.getByRole("button", { name: /^Sorted:/ }).filter({ visible: true });

async function drag(page: Page, from: string, onto: string) {
  const { row } = screen(page);
  await row(from).dragTo(row(onto), { targetPosition: { x: 200, y: 4 } });
}

test("dragging in another order offers to sort by hand, keeps what is seen, and each view remembers", async ({
  page,
  user,
}) => {
  test.slow();
  const { notice, views, row } = screen(page);
  for (const [at, title] of ["Call mum", "Buy stamps", "Fix the light"].entries()) await add(page, title, day(at + 1));
  await add(page, "Learn to juggle");
  await page.goto("/tasks");
  await page.waitForLoadState("networkidle");
  await drag(page, "Fix the light", "Call mum");
  await expect(notice).toContainText("sorted by due date");
  await expect(titles(page)).toHaveText(["Call mum", "Buy stamps", "Fix the light", "Learn to juggle"]);
  await notice.getByRole("button", { name: "Sort by hand" }).click();
  const byHand = ["Fix the light", "Call mum", "Buy stamps", "Learn to juggle"];
  await expect(titles(page)).toHaveText(byHand);
  await expect(sortOf(page)).toHaveAccessibleName("Sorted: By hand");
  await drag(page, "Learn to juggle", "Fix the light");
  byHand.unshift(byHand.pop() ?? "");
  await expect(titles(page)).toHaveText(byHand);

  await views.getByRole("link", { name: /^Upcoming/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Upcoming" })).toBeVisible();
  await expect(sortOf(page)).toHaveAccessibleName("Sorted: Due");
  await page.waitForLoadState("networkidle");
  await row("Call mum").getByRole("link").focus();
  await page.keyboard.press("Alt+ArrowDown");
  await expect(notice).toContainText("sorted by due date");
  await sortOf(page).click();
  await page.getByRole("menuitemradio", { name: "Priority" }).click();
  await expect(sortOf(page)).toHaveAccessibleName("Sorted: Priority");
  await page.reload();
  await expect(sortOf(page)).toHaveAccessibleName("Sorted: Priority");
  await views.getByRole("link", { name: /^All tasks/ }).click();
  await expect(titles(page)).toHaveText(byHand);

  const other = await onAnotherDevice(page, user);
  await other.goto("/tasks");
  await expect(titles(other)).toHaveText(byHand);
  await other.context().close();
});

test("where rows cannot be moved, dragging says why", async ({ page, user: _ }) => {
  const { notice, row } = screen(page);
  await add(page, "Pay the rent", day(-1));
  await add(page, "Buy stamps", day(0));
  await add(page, "Call mum", day(0));
  for (const title of ["Done one", "Done two"]) {
    const { id } = await (await add(page, title)).json();
    await page.request.put(`/api/v1/tasks/${id}/completion`);
  }
  await page.goto("/today");
  await page.waitForLoadState("networkidle");
  await drag(page, "Pay the rent", "Call mum");
  await expect(notice).toContainText("change its date");
  await row("Buy stamps").getByRole("link").focus();
  await page.keyboard.press("Alt+ArrowDown");
  await expect(notice).toContainText("sorted by due date");

  await page.goto("/tasks?sort=manual&done=1");
  await page.waitForLoadState("networkidle");
  await drag(page, "Done one", "Done two");
  await expect(notice).toContainText("in the order you finished them");

  await page.goto("/completed");
  await page.waitForLoadState("networkidle");
  await drag(page, "Done one", "Done two");
  await expect(notice).toContainText("in the order you finished them");
});
