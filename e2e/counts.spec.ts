import type { Page } from "@playwright/test";
import { day } from "@/e2e/days";
import { expect, test } from "@/e2e/fixtures";
import { jot, screen } from "@/e2e/screen";

async function add(page: Page, count: number, data: object): Promise<string[]> {
  const made = Array.from({ length: count }, async (_, at) => {
    const answer = await page.request.post("/api/v1/tasks", { data: { title: `Task ${at}`, ...data } });
    return (await answer.json()).id as string;
  });
  return Promise.all(made);
}

const heading = (page: Page, name: string) =>
  page.getByRole("main").getByRole("heading", { level: 2, name, exact: true }).locator("..");

test("every number is of the whole section or view, however little of it is loaded", async ({ page, user: _ }) => {
  test.slow();
  const { views } = screen(page);
  await add(page, 3, { dueDate: day(-2), title: "Late" });
  await add(page, 58, { dueDate: day(3), tags: ["home"] });
  await add(page, 61, { title: "Whenever" });
  const done = await add(page, 54, { title: "Done", tags: ["home"] });
  await Promise.all(done.map((id) => page.request.put(`/api/v1/tasks/${id}/completion`)));

  await page.goto("/tasks");
  await expect(heading(page, "Overdue")).toContainText("3");
  await expect(heading(page, "Next seven days")).toContainText("58");
  await expect(heading(page, "No date")).toContainText("61");
  await expect(views.getByRole("link", { name: /^All tasks/ })).toContainText("122");
  await expect(views.getByRole("link", { name: /^No date/ })).toContainText("61");
  await expect(views.getByRole("link", { name: /^home/ })).toContainText("58");
  await page.getByRole("link", { name: "Show more" }).click();
  await expect(page).toHaveURL(/pages=2/);
  await expect(heading(page, "Next seven days")).toContainText("58");

  await page.goto("/upcoming");
  await expect(page.getByRole("main").getByRole("heading", { level: 2 }).locator("..")).toContainText("58");
  await page.goto("/tasks?sort=priority");
  await expect(heading(page, "No priority")).toContainText("122");
  await page.goto("/search?q=Done");
  await expect(heading(page, "Completed")).toContainText("54");
  await page.goto("/completed");
  await expect(heading(page, "Today")).toContainText("54");
  await views.getByRole("link", { name: /^home/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "home" })).toBeVisible();
  await page.getByRole("button", { name: "View options" }).click();
  await page.getByRole("menuitem", { name: "Show completed" }).click();
  await expect(heading(page, "Completed")).toContainText("54");
});

test("moving what is overdue moves all of it, and one Undo brings all of it back", async ({ page, user: _ }) => {
  const { views, notice } = screen(page);
  await add(page, 60, { dueDate: day(-1) });
  await page.goto("/today");
  await expect(heading(page, "Overdue")).toContainText("60");
  await page.getByRole("button", { name: "Move to today" }).click();
  await expect(heading(page, "Today")).toContainText("60");
  await expect(heading(page, "Overdue")).toHaveCount(0);
  await notice.getByRole("button", { name: "Undo" }).click();
  await expect(heading(page, "Overdue")).toContainText("60");
  await expect(views.getByRole("link", { name: /^Today/ })).toContainText("60");
});

test("what has no date has a view of its own, with what is new first", async ({ page, user: _ }) => {
  const { row, check, views } = screen(page);
  await add(page, 55, { title: "Older" });
  await page.goto("/today");
  await views.getByRole("link", { name: /^No date/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "No date" })).toBeVisible();
  await jot(page, "Learn the prelude");
  await expect(check("Learn the prelude")).toBeEnabled();
  await expect(page.getByRole("main").getByRole("listitem").first()).toContainText("Learn the prelude");
  await page.reload();
  await expect(row("Learn the prelude")).toBeVisible();
  await expect(views.getByRole("link", { name: /^No date/ })).toContainText("56");
});

test("what is done is listed by the day on which it was, with its date, and says when", async ({ page, user: _ }) => {
  const { row } = screen(page);
  const [id] = await add(page, 1, { title: "Pay the rent", dueDate: "2026-01-02", tags: ["home"] });
  await page.request.put(`/api/v1/tasks/${id}/completion`);
  const parts = { timeZone: "Europe/Berlin" } as const;
  const time = new Date().toLocaleTimeString("en-GB", { ...parts, hour: "2-digit", minute: "2-digit" }).slice(0, 3);
  const date = new Date().toLocaleDateString("en-GB", { ...parts, weekday: "long", day: "numeric", month: "short" });
  await page.goto("/completed");
  await expect(heading(page, "Today")).toContainText(date);
  await expect(row("Pay the rent")).toContainText(time);
  await page.goto("/search?q=rent");
  await expect(row("Pay the rent")).toContainText(`Done ${time}`);
  await expect(row("Pay the rent")).not.toContainText("Late");
});
