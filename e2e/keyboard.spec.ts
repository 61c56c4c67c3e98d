import { expect, test } from "@/e2e/fixtures";
import { holdScripts, jot, screen } from "@/e2e/screen";

test.beforeEach(async ({ page, user: _ }) => {
  await page.goto("/today");
  for (const line of ["Buy stamps today", "Call the bank today"]) await jot(page, line);
  await expect(screen(page).check("Call the bank")).toBeEnabled();
});

test("Enter presses the button of a row that has the focus, and opens the task on its title", async ({ page }) => {
  const { row, panel } = screen(page);
  const check = row("Buy stamps").getByRole("checkbox");
  await check.focus();
  await page.keyboard.press("Enter");
  await expect(check).toBeChecked();
  await expect(panel).toHaveCount(0);
  await row("Buy stamps").getByRole("link").focus();
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("textbox", { name: "Title" })).toBeFocused();
});

test("a row that goes hands the focus to its neighbour, whichever way it was told to go", async ({ page }) => {
  const { row, panel } = screen(page);
  await row("Buy stamps").getByRole("button", { name: "Delete" }).focus();
  await page.keyboard.press("Space");
  await expect(row("Buy stamps")).toHaveCount(0);
  await expect(row("Call the bank").getByRole("link")).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(row("Buy stamps")).toBeVisible();

  await row("Buy stamps").getByRole("link").focus();
  await page.keyboard.press("Enter");
  await panel.getByRole("button", { name: "Delete", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(row("Buy stamps")).toHaveCount(0);
  await expect(row("Call the bank").getByRole("link")).toBeFocused();
});

test("a row that is moved keeps the focus, and one that leaves the view passes it on", async ({ page }) => {
  const { row } = screen(page);
  const title = (name: string) => row(name).getByRole("link");
  await title("Buy stamps").focus();
  await page.keyboard.press("d");
  await page.getByRole("textbox", { name: "Type a date" }).fill("tomorrow");
  await page.keyboard.press("Enter");
  await expect(row("Buy stamps")).toHaveCount(0);
  await expect(title("Call the bank")).toBeFocused();

  await page.goto("/tasks?sort=priority");
  await title("Call the bank").focus();
  await page.keyboard.press("p");
  await expect(page.getByRole("menuitemradio", { name: "None" })).toBeVisible();
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "High" })).toContainText("Call the bank");
  await expect(title("Call the bank")).toBeFocused();

  for (const name of ["Buy stamps", "Call the bank"]) {
    await title(name).focus();
    await page.keyboard.press("x");
    await expect(page.getByText(`Completed “${name}”`)).toBeAttached();
  }
  await page.goto("/completed");
  await title("Call the bank").focus();
  await page.keyboard.press("x");
  await expect(row("Call the bank")).toHaveCount(0);
  await expect(title("Buy stamps")).toBeFocused();
});

test("a row that had the focus before the page's scripts had come passes it on as well", async ({ page }) => {
  const { row } = screen(page);
  const letScriptsCome = await holdScripts(page);
  await page.goto("/today", { waitUntil: "commit" });
  await row("Buy stamps").getByRole("link").focus();
  letScriptsCome();
  await expect(row("Buy stamps").getByRole("button", { name: "Due" })).toBeAttached();
  await page.keyboard.press("Delete");
  await expect(row("Buy stamps")).toHaveCount(0);
  await expect(row("Call the bank").getByRole("link")).toBeFocused();
});

test("a time that is written with Enter leaves the focus in its field", async ({ page }) => {
  const { row, panel } = screen(page);
  await row("Buy stamps").getByRole("link").click();
  const time = panel.getByRole("textbox", { name: "Time" });
  await time.fill("5pm");
  await time.press("Enter");
  await expect(time).toHaveValue("17:00");
  await expect(time).toBeFocused();
});

test("the assistant closes by its key without taking the focus from where one writes", async ({ page }) => {
  const { composer, quickAdd } = screen(page);
  const assistant = page.getByRole("complementary", { name: "Assistant" });
  await quickAdd.focus();
  await page.keyboard.press("Control+j");
  await expect(assistant).toBeHidden();
  await expect(quickAdd).toBeFocused();
  await page.keyboard.press("Control+j");
  await expect(composer).toBeFocused();
  await page.keyboard.press("Control+j");
  await expect(quickAdd).toBeFocused();

  await page.keyboard.press("Control+j");
  await expect(composer).toBeFocused();
  await screen(page).row("Buy stamps").getByRole("link").focus();
  await page.keyboard.press("Control+j");
  await expect(assistant).toBeHidden();
  await expect(screen(page).row("Buy stamps").getByRole("link")).toBeFocused();
});

test("Escape closes the open task from anywhere in its list, and leaves quick add to the keys", async ({ page }) => {
  const { quickAdd, row, panel } = screen(page);
  await row("Buy stamps").getByRole("link").click();
  await expect(panel).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);

  await row("Buy stamps").getByRole("button", { name: "Priority" }).focus();
  await page.keyboard.press("e");
  await expect(panel.getByRole("textbox", { name: "Title" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect(row("Buy stamps").getByRole("link")).toBeFocused();

  await page.keyboard.press("q");
  await quickAdd.pressSequentially("Water the fe");
  await page.keyboard.press("Escape");
  await expect(quickAdd).not.toBeFocused();
  await expect(quickAdd).toHaveValue("Water the fe");
  await page.keyboard.press("j");
  await expect(row("Buy stamps").getByRole("link")).toBeFocused();
});

test("after a key's menu the row has the focus again, and Enter opens it", async ({ page }) => {
  const { row, panel } = screen(page);
  await row("Call the bank").getByRole("link").focus();
  await page.keyboard.press("p");
  await page.getByRole("menuitemradio", { name: "Low" }).press("Enter");
  await expect(row("Call the bank").getByRole("link")).toBeFocused();
  await page.keyboard.press("d");
  await expect(page.getByRole("textbox", { name: "Type a date" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(row("Call the bank").getByRole("link")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(panel).toBeVisible();
});

test("each key that ? lists for going somewhere goes there", async ({ page }) => {
  const go = async (key: string, name: string) => {
    await page.keyboard.press("g");
    await page.keyboard.press(key);
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  };
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(keys).toContainText("G M");
  await expect(keys).toContainText("Ctrl K");
  await page.keyboard.press("Escape");
  await expect(keys).toHaveCount(0);
  const places = { u: "Upcoming", a: "All tasks", c: "Completed", b: "Trash", s: "Search", t: "Today", m: "New chat" };
  for (const [key, name] of Object.entries(places)) await go(key, name);
});
