import { expect, test } from "@/e2e/fixtures";
import { jot, loseAnswer, say, screen } from "@/e2e/screen";

test.beforeEach(async ({ page, user: _ }) => {
  await page.goto("/today");
  await expect(screen(page).composer).toBeVisible();
});

test("it adds to the open list, and the turn is undone in one go", async ({ page }) => {
  const { row, talk } = screen(page);
  await say(page, "Add water the ferns today and call the plumber today");
  await expect(row("Water the ferns")).toBeVisible();
  await expect(row("Call the plumber")).toBeVisible();
  await talk.getByRole("button", { name: "Undo this turn" }).click();
  await expect(row("Water the ferns")).toHaveCount(0);
  await expect(row("Call the plumber")).toHaveCount(0);
});

test("an undo whose answer was lost on the way can be tried again, and is made once", async ({ page }) => {
  const { row, talk, notice } = screen(page);
  await say(page, "Add water the ferns today");
  await expect(row("Water the ferns")).toBeVisible();
  await loseAnswer(page);
  await talk.getByRole("button", { name: "Undo this turn" }).click();
  await expect(notice).toContainText("Tandem can’t be reached.");
  await expect(talk.getByRole("button", { name: "Undo this turn" })).toBeVisible();
  await notice.getByRole("button", { name: "Retry" }).click();
  await expect(talk).toContainText("Undone");
  await expect(row("Water the ferns")).toHaveCount(0);
});

test("what it takes back by word goes from the open list too", async ({ page }) => {
  const { row } = screen(page);
  await say(page, "add buy oat milk today");
  await expect(row("Buy oat milk")).toBeVisible();
  await say(page, "undo that");
  await expect(row("Buy oat milk")).toHaveCount(0);
});

test("it moves a task to Friday and says so", async ({ page }) => {
  const { row, check, talk } = screen(page);
  await jot(page, "Send the invoice");
  await expect(check("Send the invoice")).toBeEnabled();
  await say(page, "move send the invoice to next friday");
  await expect(talk).toContainText(/Fri/);
  await expect(row("Send the invoice")).toHaveCount(0);
  await page.goto("/upcoming");
  await expect(row("Send the invoice")).toBeVisible();
});

test("it moves two tasks that are named in one breath, with leave", async ({ page }) => {
  const { check, talk } = screen(page);
  await jot(page, "Redraw the figure");
  await jot(page, "Check the references");
  await expect(check("Check the references")).toBeEnabled();
  await say(page, "move redraw the figure and check the references to next friday");
  await talk.getByRole("button", { name: "Change", exact: true }).click();
  await expect(check("Redraw the figure")).toHaveCount(0);
  await expect(check("Check the references")).toHaveCount(0);
});

test("it asks before it deletes, still after a reload, and deletes just what was left ticked", async ({ page }) => {
  const { row, check, talk } = screen(page);
  await jot(page, "Old lampshade #errands");
  await jot(page, "Old postcard #errands");
  await expect(check("Old postcard")).toBeEnabled();
  await say(page, "delete everything in errands");
  await expect(talk.getByText("Move 2 tasks to Trash?")).toBeVisible();
  await page.reload();
  await expect(talk.getByText("Move 2 tasks to Trash?")).toBeVisible();
  await talk.getByRole("checkbox", { name: /Old postcard/ }).uncheck();
  await talk.getByRole("button", { name: "Move to Trash" }).click();
  await expect(row("Old lampshade")).toHaveCount(0);
  await expect(row("Old postcard")).toBeVisible();
});

test("a conversation is found again under its own title", async ({ page }) => {
  await say(page, "add renew the passport tomorrow");
  await page.goto("/chat");
  const entry = page.getByRole("link", { name: /passport/i }).first();
  await entry.click();
  await expect(page).toHaveURL(/\/chat\/.+/);
  await expect(screen(page).talk).toContainText("add renew the passport tomorrow");
});

test("a dock whose scripts do not come leaves the list alone, and can be had by loading the page again", async ({
  page,
}) => {
  const { check, composer } = screen(page);
  const html = await (await page.request.get("/today")).text();
  await page.route("**/_next/static/chunks/*.js", (route) =>
    html.includes(new URL(route.request().url()).pathname) ? route.continue() : route.abort(),
  );
  await page.goto("/today");
  await expect(page.getByText("Couldn’t load the assistant.")).toBeVisible();
  await jot(page, "Buy stamps");
  await expect(check("Buy stamps")).toBeEnabled();
  await page.unrouteAll();
  await page.getByRole("button", { name: "Reload page" }).click();
  await expect(composer).toBeVisible();
});
