import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";
import { jot, screen } from "@/e2e/screen";

/** Holds back what is written, until the answer says how it goes on. */
async function holdWrites(page: Page) {
  let release = (_: "save" | "lose") => {};
  const held = new Promise<"save" | "lose">((resolve) => {
    release = resolve;
  });
  await page.route("**/today**", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    return (await held) === "save" ? route.fallback() : route.fulfill({ status: 503 });
  });
  return release;
}

test.beforeEach(async ({ page, user: _ }) => {
  const { row, check } = screen(page);
  await page.goto("/today");
  await jot(page, "Write report today 17:00");
  await expect(check("Write report")).toBeEnabled();
  await row("Write report").getByRole("link").click();
  await expect(page).toHaveURL(/task=/);
});

test("what is written on while the first part is being saved stays, and is saved too", async ({ page }) => {
  const { panel, row } = screen(page);
  const title = panel.getByRole("textbox", { name: "Title" });
  const release = await holdWrites(page);
  await title.fill("Write the report");
  await title.press("Enter");
  await expect(row("Write the report")).toBeVisible();
  await title.pressSequentially(" twice");
  release("save");
  await expect(page.getByText("Changed “Write report”")).toBeAttached();
  await expect(title).toHaveValue("Write the report twice");
  await title.press("Enter");
  await expect(row("Write the report twice")).toBeVisible();
});

test("what could not be saved stays in its field, also when one has left it meanwhile", async ({ page }) => {
  const { panel, row } = screen(page);
  const title = panel.getByRole("textbox", { name: "Title" });
  const release = await holdWrites(page);
  await title.fill("Write the report");
  await title.press("Enter");
  await expect(row("Write the report")).toBeVisible();
  await title.press("Tab");
  release("lose");
  await expect(panel.getByRole("alert")).toContainText("Tandem can’t be reached");
  await expect(title).toHaveValue("Write the report");
});

test("what could not be saved is told when its panel was closed meanwhile, and can be tried again", async ({
  page,
}) => {
  const { panel, row, notice } = screen(page);
  const release = await holdWrites(page);
  await panel.getByRole("textbox", { name: "Title" }).fill("Write the report");
  await panel.getByRole("button", { name: "Close" }).click();
  await expect(panel).toHaveCount(0);
  release("lose");
  await expect(notice).toContainText("Tandem can’t be reached");
  await expect(row("Write report")).toBeVisible();
  await page.unroute("**/today**");
  await notice.getByRole("button", { name: "Retry" }).click();
  await expect(row("Write the report")).toBeVisible();
});

test("a new day in words leaves the time, a new time leaves the day", async ({ page }) => {
  const { panel } = screen(page);
  const due = panel.getByRole("button", { name: /^Due:/ });
  const time = panel.getByRole("textbox", { name: "Time" });
  const inWords = async (words: string) => {
    await due.click();
    await page.getByRole("textbox", { name: "Type a date" }).fill(words);
    await page.keyboard.press("Enter");
  };
  await inWords("tomorrow");
  await expect(due).toHaveAccessibleName("Due: Tomorrow");
  await expect(time).toHaveValue("17:00");
  await inWords("at 9:30");
  await expect(time).toHaveValue("09:30");
  await expect(due).toHaveAccessibleName("Due: Tomorrow");
});

test("a subtask can be edited before it is saved, and is saved as edited", async ({ page }) => {
  const { panel } = screen(page);
  const release = await holdWrites(page);
  const add = panel.getByRole("textbox", { name: "Add a subtask" });
  const part = panel.getByRole("region", { name: "Subtasks" }).getByRole("listitem").getByRole("textbox");
  await add.fill("Outline");
  await add.press("Enter");
  await part.fill("Outline and figures");
  await part.press("Enter");
  await part.pressSequentially(", twice");
  release("save");
  await expect(page.getByText("Changed “Outline”")).toBeAttached();
  await expect(part).toBeFocused();
  await expect(part).toHaveValue("Outline and figures, twice");
  await part.press("Escape");
  await expect(part).toHaveValue("Outline and figures");
  await page.reload();
  await expect(part).toHaveValue("Outline and figures");
});
