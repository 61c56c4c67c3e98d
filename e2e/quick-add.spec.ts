import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";
import { holdScripts, jot, paste, screen } from "@/e2e/screen";

test.beforeEach(async ({ page, user: _ }) => {
  await page.goto("/tasks");
});

const mark = (page: Page, words: string) =>
  page.getByTitle(/click to keep as text/).filter({ hasText: new RegExp(`^${words}$`) });

test("Backspace at the end of a mark makes it words again, and takes no letter", async ({ page }) => {
  const { quickAdd, row } = screen(page);
  await quickAdd.pressSequentially("Watch friday");
  await expect(mark(page, "friday")).toHaveAttribute("title", /^Fri/);
  await quickAdd.press("Backspace");
  await expect(mark(page, "friday")).toHaveCount(0);
  await expect(quickAdd).toHaveValue("Watch friday");
  await quickAdd.press("Enter");
  await expect(row("Watch friday")).toBeVisible();
});

test("a click on one mark keeps its words and leaves the others", async ({ page }) => {
  const { check, quickAdd, row } = screen(page);
  await quickAdd.fill("Read aloud every monday tomorrow p1 #books");
  for (const words of ["every monday", "p1", "#books"]) await expect(mark(page, words)).toBeVisible();
  await mark(page, "every monday").click();
  await expect(mark(page, "every monday")).toHaveCount(0);
  await expect(mark(page, "tomorrow")).toBeVisible();
  await expect(quickAdd).toBeFocused();
  await quickAdd.press("Enter");
  await expect(row("Read aloud every monday")).toContainText("Tomorrow");
  await expect(row("Read aloud every monday")).toContainText("books");
  await expect(check("Read aloud every monday")).toHaveAccessibleName(
    "Complete Read aloud every monday, high priority",
  );
});

test("what stands in quotes is left alone", async ({ page }) => {
  const { quickAdd, row } = screen(page);
  await quickAdd.fill("Listen to “Friday I'm in Love” tomorrow");
  await expect(mark(page, "tomorrow")).toBeVisible();
  await expect(page.getByTitle(/click to keep as text/)).toHaveCount(1);
  await quickAdd.press("Enter");
  await expect(row("Listen to “Friday I'm in Love”")).toContainText("Tomorrow");
});

test("a tag of two words is picked after #, and the line goes on behind it", async ({ page }) => {
  const { check, quickAdd, row, views } = screen(page);
  await views.getByRole("button", { name: "New tag" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("next door");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(views.getByRole("link", { name: /^next door/ })).toBeVisible();

  await quickAdd.pressSequentially("Borrow the ladder #ne");
  await expect(page.getByRole("option", { name: "next door" })).toHaveAttribute("data-highlighted");
  await quickAdd.press("Enter");
  await expect(quickAdd).toHaveValue("Borrow the ladder #next door ");
  await quickAdd.pressSequentially("tomorrow");
  await quickAdd.press("Enter");
  await expect(check("Borrow the ladder")).toBeEnabled();
  await expect(row("Borrow the ladder")).toContainText("next door");
  await expect(row("Borrow the ladder")).toContainText("Tomorrow");
});

test("a pasted list is looked at, becomes tasks and subtasks, and one undo takes it back", async ({ page }) => {
  const { check, notice, quickAdd, row } = screen(page);
  await paste(
    page,
    screen(page).quickAdd,
    "- [ ] Pack for Rome tomorrow\n    * Passport\n    * Sun hat\n2. Feed the cat #home\n\n• Not this one",
  );
  const look = page.getByRole("dialog", { name: "Add 5 tasks?" });
  await expect(look.getByRole("listitem").filter({ hasText: "Pack for Rome" })).toContainText(/\w{3} \d+ \w{3}/);
  await look.getByRole("checkbox", { name: /Not this one/ }).uncheck();
  await page.getByRole("dialog", { name: "Add 4 tasks?" }).getByRole("button", { name: "Add" }).click();

  await expect(check("Pack for Rome")).toBeEnabled();
  await expect(row("Pack for Rome")).toContainText("0 of 2");
  await expect(row("Feed the cat")).toContainText("home");
  await expect(row("Not this one")).toHaveCount(0);
  await expect(quickAdd).toBeFocused();
  await expect(notice).toContainText("Added 4 tasks");
  await notice.getByRole("button", { name: "Undo" }).click();
  await expect(row("Pack for Rome")).toHaveCount(0);
  await expect(row("Feed the cat")).toHaveCount(0);
});

test("Ctrl+Z takes a pasted list back in one step, its subtasks and all, and leaves what was there before", async ({
  page,
}) => {
  const { check, notice, row } = screen(page);
  await jot(page, "Buy stamps");
  await paste(page, screen(page).quickAdd, "Pack for Rome\n\tPassport\n\tSun hat");
  await page.getByRole("dialog").getByRole("button", { name: "Add" }).click();
  await expect(check("Pack for Rome")).toBeEnabled();
  await expect(row("Pack for Rome")).toContainText("0 of 2");
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("Control+z");
  await expect(row("Pack for Rome")).toHaveCount(0);
  await expect(page.getByText("Undone: Added 3 tasks")).toBeAttached();
  await expect(notice).not.toContainText(/^Added 3 tasks/, { timeout: 2_000 }); // it would go by itself after eight seconds
  await page.goto("/tasks");
  await expect(row("Buy stamps")).toBeVisible();
  await expect(row("Passport")).toHaveCount(0);
  await page.goto("/trash");
  await expect(page.getByRole("main")).toContainText("2 subtasks");
  await expect(page.getByRole("main")).not.toContainText("Passport");
  await page.getByRole("button", { name: "Restore Pack for Rome" }).click();
  await expect(page.getByText(/^Restored/).first()).toBeAttached();
  await page.goto("/tasks");
  await expect(row("Pack for Rome")).toContainText("0 of 2");
});

test("one pasted line is text like any other", async ({ page }) => {
  const { quickAdd, row } = screen(page);
  await paste(page, screen(page).quickAdd, "Ring the plumber");
  await quickAdd.press("Enter");
  await expect(row("Ring the plumber")).toBeVisible();
  await jot(page, "And again");
  await expect(row("And again")).toBeVisible();
});

for (const how of ["Enter comes after them", "Enter comes before them, too"])
  test(`what is typed before the page's scripts have come is not lost when ${how}`, async ({ page }) => {
    const { quickAdd, row } = screen(page);
    const letScriptsCome = await holdScripts(page);
    await page.reload({ waitUntil: "commit" });
    await quickAdd.pressSequentially("Water the ferns today");
    if (how.includes("before")) await quickAdd.press("Enter");
    letScriptsCome();
    if (how.includes("after")) {
      await expect(mark(page, "today")).toBeVisible();
      await quickAdd.press("Enter");
    }
    await expect(row("Water the ferns")).toBeVisible();
    await expect(quickAdd).toHaveValue("");
  });
