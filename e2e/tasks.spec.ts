import { expect, test } from "@/e2e/fixtures";
import { jot, loseAnswer, screen } from "@/e2e/screen";

test.beforeEach(async ({ page, user: _ }) => {
  await page.goto("/today");
});

test("quick add shows what it understood before Enter, and the task lands there", async ({ page }) => {
  const { quickAdd, row } = screen(page);
  await quickAdd.fill("Call mum tomorrow 5pm #family !high");
  await expect(page.getByText(/\w{3} \d+ \w{3}, 17:00/)).toBeVisible();
  await quickAdd.press("Enter");
  await expect(quickAdd).toHaveValue("");
  await page
    .getByRole("link", { name: /^Upcoming/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "Upcoming" })).toBeVisible();
  await expect(row("Call mum")).toContainText("17:00");
  await expect(row("Call mum")).toContainText("family");
});

test("a task is completed, undone, deleted and brought back", async ({ page }) => {
  const { row, check, notice, views } = screen(page);
  await jot(page, "Buy stamps today");
  await expect(check("Buy stamps")).toBeEnabled();
  await check("Buy stamps").click();
  await expect(check("Buy stamps")).toBeChecked();
  await page.keyboard.press("Control+z");
  await expect(check("Buy stamps")).not.toBeChecked();

  await row("Buy stamps").hover();
  await row("Buy stamps").getByRole("button", { name: "Delete" }).click();
  await expect(row("Buy stamps")).toHaveCount(0);
  await notice.getByRole("button", { name: "Undo" }).first().click();
  await expect(row("Buy stamps")).toBeVisible();

  await row("Buy stamps").hover();
  await row("Buy stamps").getByRole("button", { name: "Delete" }).click();
  await expect(row("Buy stamps")).toHaveCount(0);
  await views.getByRole("link", { name: "Trash" }).click();
  const trashed = page.getByRole("main").getByRole("listitem").filter({ hasText: "Buy stamps" });
  await expect(trashed).toContainText("30 days left");
  await trashed.getByRole("button", { name: "Restore" }).click();
  await expect(trashed).toHaveCount(0);
  await views.getByRole("link", { name: /^Today/ }).click();
  await expect(row("Buy stamps")).toBeVisible();
});

test("undo takes back the last step, also before it is saved", async ({ page }) => {
  const { check, row } = screen(page);
  await jot(page, "Buy stamps today");
  await expect(check("Buy stamps")).toBeEnabled();
  await page.route("**/today", async (route) => {
    if (route.request().method() === "POST") await new Promise((resolve) => setTimeout(resolve, 700));
    return route.fallback();
  });
  await check("Buy stamps").click();
  await expect(check("Buy stamps")).toBeChecked();
  await page.keyboard.press("Control+z");
  await expect(check("Buy stamps")).not.toBeChecked();
  await expect(page.getByText("Undone: Completed “Buy stamps”")).toBeAttached();
  await page.reload();
  await expect(check("Buy stamps")).not.toBeChecked();
  await expect(row("Buy stamps")).toBeVisible();
});

test("every field is edited in the panel and stays after a reload", async ({ page }) => {
  const { row, panel } = screen(page);
  await jot(page, "Write report");
  await expect(screen(page).check("Write report")).toBeEnabled();
  await row("Write report").getByRole("link").click();
  await expect(page).toHaveURL(/task=/);
  const title = panel.getByRole("textbox", { name: "Title" });
  await title.fill("Write the report");
  await title.press("Enter");
  await panel.getByRole("textbox", { name: "Description" }).fill("Two pages, no more.");
  await panel.getByRole("textbox", { name: "Description" }).blur();
  await panel.getByPlaceholder("Add a subtask").fill("Outline");
  await panel.getByPlaceholder("Add a subtask").press("Enter");
  await expect(panel.getByRole("checkbox", { name: "Complete Outline" })).toBeEnabled();
  await page.reload();
  await expect(row("Write the report")).toContainText("0 of 1");
  await expect(panel.getByRole("textbox", { name: "Description" })).toHaveValue("Two pages, no more.");
});

test("without a connection one goes on, and what was done is saved when it is back", async ({ page, context }) => {
  const { row, check, panel, quickAdd } = screen(page);
  const away = page.getByRole("status").filter({ hasText: "Tandem can’t be reached" });
  for (const title of ["Before the tunnel", "Once more"]) await jot(page, title);
  await expect(check("Once more")).toBeEnabled();
  await row("Once more").getByRole("link").click();
  await expect(panel).toBeVisible();

  await context.setOffline(true);
  await panel.getByRole("button", { name: "Close" }).click();
  await expect(panel).toHaveCount(0);
  await expect(away).toBeVisible();
  await jot(page, "In the tunnel");
  await expect(row("In the tunnel")).toBeVisible();
  await expect(quickAdd).toHaveValue("");
  await check("Before the tunnel").click();
  await expect(check("Before the tunnel")).toBeChecked();
  await page
    .getByRole("link", { name: /^Upcoming/ })
    .first()
    .click();

  await context.setOffline(false);
  await expect(page.getByRole("heading", { level: 1, name: "Upcoming" })).toBeVisible();
  await expect(away).toHaveCount(0);
  await page.goto("/today");
  await expect(row("In the tunnel")).toHaveCount(1);
  await expect(row("Before the tunnel")).toHaveCount(0);
});

test("a task whose answer was lost on the way is there once, however it is tried again", async ({ page }) => {
  const { row, check, quickAdd, notice } = screen(page);
  await loseAnswer(page, 2);
  await jot(page, "Only once");
  await expect(quickAdd).toHaveValue("Only once");
  await quickAdd.press("Enter");
  await expect(quickAdd).toHaveValue("Only once");
  await notice.getByRole("button", { name: "Retry" }).last().click();
  await expect(check("Only once")).toBeEnabled();
  await page.reload();
  await expect(row("Only once")).toHaveCount(1);
});

test("the page asks before it is left while something is being saved, and only then", async ({ page }) => {
  const { check } = screen(page);
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  const answer = Promise.withResolvers<void>();
  await page.route("**/today", async (route) => {
    if (route.request().method() === "POST") await answer.promise;
    return route.fallback();
  });
  await jot(page, "Buy stamps");
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => asked).toEqual(["beforeunload"]);
  answer.resolve();
  await expect(check("Buy stamps")).toBeEnabled();
  const closed = page.waitForEvent("close");
  await page.close({ runBeforeUnload: true });
  await closed;
  expect(asked).toHaveLength(1);
});

test("an undo that a later edit stands in the way of says so, and offers no second try", async ({ page }) => {
  const { row, check, panel, notice } = screen(page);
  await jot(page, "Water the fern");
  await expect(check("Water the fern")).toBeEnabled();
  await row("Water the fern").getByRole("link").click();
  const title = panel.getByRole("textbox", { name: "Title" });
  await title.fill("Water the ferns");
  await title.press("Enter");
  await expect(row("Water the ferns")).toBeVisible();
  const { items } = await (await page.request.get("/api/v1/tasks?q=Water")).json();
  await page.request.patch(`/api/v1/tasks/${items[0].id}`, { data: { title: "Repot the ferns" } });
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+z");
  await expect(notice).toContainText("changed");
  await expect(notice.getByRole("button", { name: "Retry" })).toHaveCount(0);
});

test("tags are made in passing, renamed, and deleted with a way back", async ({ page }) => {
  const { check, notice, row, views } = screen(page);
  await jot(page, "Water the ferns #home");
  await expect(check("Water the ferns")).toBeEnabled();
  await views.getByRole("link", { name: /^home/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "home" })).toBeVisible();
  await expect(row("Water the ferns")).toBeVisible();

  await views.getByRole("link", { name: /^home/ }).hover();
  await views.getByRole("button", { name: /home/ }).click();
  await page.getByRole("menuitem", { name: "Edit" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("house");
  await dialog.getByRole("radio").last().click();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "house" })).toBeVisible();

  await views.getByRole("link", { name: /^house/ }).hover();
  await views.getByRole("button", { name: /house/ }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(views.getByRole("link", { name: /^house/ })).toHaveCount(0);
  await notice.getByRole("button", { name: "Undo" }).click();
  await expect(views.getByRole("link", { name: /^house/ })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(views.getByRole("link", { name: /^home/ })).toBeVisible();
  await expect(views.getByRole("link", { name: /^house/ })).toHaveCount(0);
});
