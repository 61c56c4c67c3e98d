import type { Page } from "@playwright/test";
import { day } from "@/e2e/days";
import { expect, test } from "@/e2e/fixtures";
import { jot, screen } from "@/e2e/screen";

const leaveField = (page: Page) => page.getByRole("heading", { level: 1 }).click();

/** A task over HTTP, for lists that would take long to type. */
async function add(page: Page, data: object) {
  const added = await page.request.post("/api/v1/tasks", { data, maxRetries: 2 });
  expect(added.status()).toBe(201);
  return (await added.json()) as { id: string };
}

test("undo and redo go on after a reload, in another tab and on another device", async ({
  page,
  context,
  browser,
  baseURL,
  user: _,
}) => {
  const { check, notice, row } = screen(page);
  await page.goto("/today");
  for (const line of ["Buy stamps today", "Call the bank today"]) await jot(page, line);
  await expect(check("Call the bank")).toBeEnabled();
  await check("Buy stamps").click();
  await expect(page.getByText("Completed “Buy stamps”")).toBeAttached();

  await page.reload();
  await expect(check("Call the bank")).toBeVisible();
  await leaveField(page);
  await page.keyboard.press("Control+z");
  await expect(notice).toContainText("Undone: Completed “Buy stamps”");
  await expect(check("Buy stamps")).not.toBeChecked();

  const device = await browser.newContext({ baseURL, storageState: await context.storageState() });
  const there = await device.newPage();
  await there.goto("/today");
  await leaveField(there);
  await there.keyboard.press("Control+z");
  await expect(screen(there).notice).toContainText("Undone: Added “Call the bank”");
  await expect(screen(there).row("Call the bank")).toHaveCount(0);
  await there.keyboard.press("Control+Shift+z");
  await expect(screen(there).notice).toContainText("Redone: Added “Call the bank”");
  await expect(screen(there).row("Call the bank")).toBeVisible();
  await device.close();

  await page.keyboard.press("Control+y");
  await expect(notice).toContainText("Redone: Completed “Buy stamps”");
  await page.keyboard.press("Control+y");
  await expect(notice).toContainText("Nothing to redo");
  await page.keyboard.press("Control+z");
  await expect(notice).toContainText("Undone: Completed “Buy stamps”");
  await notice.getByRole("button", { name: "Redo" }).click();
  await expect(notice).toContainText("Redone: Completed “Buy stamps”");
  await jot(page, "Something else today");
  await expect(row("Something else")).toBeVisible();
  await leaveField(page);
  await page.keyboard.press("Control+Shift+z");
  await expect(notice).toContainText("Nothing to redo");
});

test("what stands in the way is told, and the next one goes past it", async ({ page, user: _ }) => {
  const { check, notice, row } = screen(page);
  await page.goto("/today");
  for (const line of ["Buy stamps today", "Call the bank today"]) await jot(page, line);
  await expect(check("Call the bank")).toBeEnabled();
  const { items } = await (await page.request.get("/api/v1/tasks?q=bank")).json();
  await page.request.patch(`/api/v1/tasks/${items[0].id}`, { data: { title: "Call them" } });
  await leaveField(page);
  await page.keyboard.press("Control+z");
  await expect(notice).toContainText("“Call them” was changed later.");
  await page.keyboard.press("Control+z");
  await expect(notice).toContainText("Undone: Added “Buy stamps”");
  await expect(row("Call them")).toBeVisible();
});

test("whatever leaves the view says so, offers Undo, and the way to where it went", async ({ page, user: _ }) => {
  const { check, notice, panel, row, views } = screen(page);
  await page.goto("/today");
  for (const line of ["By mouse today #home", "By key today", "By panel today"]) await jot(page, line);
  await expect(check("By panel")).toBeEnabled();

  await row("By mouse").hover();
  await row("By mouse").getByRole("button", { name: "Due" }).click();
  await page.getByRole("button", { name: /^Tomorrow/ }).click();
  await expect(row("By mouse")).toHaveCount(0);
  await expect(notice).toContainText("Moved “By mouse” to");
  await notice.getByRole("button", { name: "Undo" }).click();
  await expect(row("By mouse")).toBeVisible();
  await expect(notice).toContainText("Undone: Moved “By mouse”");

  await row("By key").getByRole("link").focus();
  await page.keyboard.press("d");
  await page.getByRole("textbox", { name: "Type a date" }).fill("tomorrow");
  await page.keyboard.press("Enter");
  await expect(notice).toContainText("Moved “By key” to");
  await page.keyboard.press("Control+z");
  await expect(row("By key")).toBeVisible();
  await expect(notice).toContainText("Undone: Changed “By key”");

  await row("By panel").getByRole("link").click();
  await panel.getByRole("button", { name: /^Due:/ }).click();
  await page.getByRole("button", { name: /^Tomorrow/ }).click();
  await expect(notice).toContainText("Moved “By panel” to");
  await page.keyboard.press("Escape");
  await notice.getByRole("link", { name: "Show" }).click();
  await expect(page).toHaveURL(/\/upcoming\?task=/);
  await expect(panel.getByRole("textbox", { name: "Title", exact: true })).toHaveValue("By panel");

  await views.getByRole("link", { name: /^home/ }).click();
  await row("By mouse").getByRole("link").click();
  await panel.getByRole("button", { name: /home/ }).click();
  await expect(row("By mouse")).toHaveCount(0);
  await expect(notice).toContainText("Removed #home from “By mouse”");
  await notice.getByRole("button", { name: "Undo" }).first().click();
  await expect(row("By mouse")).toBeVisible();
});

test("what is added beyond the end of a long list stays in sight, and the notice leads to it", async ({
  page,
  user: _,
}) => {
  const { check, notice, row } = screen(page);
  await page.goto("/tasks");
  for (let at = 0; at < 52; at++)
    await add(page, { title: `Dated ${at}`, dueDate: day(1 + (at % 9)), priority: "high" });
  const low = await add(page, { title: "Middling", dueDate: day(0), priority: "high" });
  expect(low.id).toBeTruthy();
  await page.reload();
  await expect(row("Middling")).toBeVisible();
  await jot(page, "Some day");
  await expect(check("Some day")).toBeEnabled();
  await expect(notice).toContainText("Added “Some day”, further down this list");
  await page.waitForTimeout(1_000); // it went after a moment
  await expect(row("Some day")).toBeVisible();
  await notice.getByRole("link", { name: "Show" }).click();
  await expect(row("Some day").getByRole("link")).toBeFocused();
  await expect(row("Some day")).toBeInViewport();
  await expect(page).toHaveURL(/\/tasks$/);

  await page.goto("/tasks?sort=priority");
  await row("Middling").getByRole("link").focus();
  await page.keyboard.press("p");
  await page.getByRole("menuitemradio", { name: "Low" }).press("Enter");
  await expect(notice).toContainText("Set “Middling” to low priority, further down this list");
  await notice.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("region", { name: "High" })).toContainText("Middling");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("a task that leaves Today says so as well", async ({ page, user: _ }) => {
    const { notice } = screen(page);
    const { id } = await add(page, { title: "Pick up the parcel", dueDate: day(0) });
    await page.goto(`/today?task=${id}`);
    const sheet = page.getByRole("dialog", { name: "Task", exact: true });
    await sheet.getByRole("button", { name: /^Due:/ }).click();
    await page.getByRole("button", { name: /^Tomorrow/ }).click();
    await expect(notice).toContainText("Moved “Pick up the parcel” to");
    await expect(notice.getByRole("button", { name: "Undo" })).toBeVisible();
  });
});
