import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";
import { expectKept } from "@/e2e/people";
import { holdWrite, jot, loseAnswer, paste, screen, writesOf } from "@/e2e/screen";

async function all(page: Page) {
  const tasks: Array<{ title: string; completed: boolean; parentId: string | null }> = [];
  let cursor = "";
  do {
    const answer = await page.request.get(`/api/v1/tasks?view=all&limit=200${cursor && `&cursor=${cursor}`}`);
    const { items, nextCursor } = await answer.json();
    tasks.push(...items);
    cursor = nextCursor;
  } while (cursor);
  return tasks;
}

test.beforeEach(async ({ page, user: _ }) => {
  await page.goto("/tasks");
});

test("a line that cannot be is marked, and nothing goes before it is shortened or left out; done lines come done", async ({
  page,
}) => {
  const { check, notice, quickAdd, row } = screen(page);
  const long = `Long ${"word ".repeat(56)}end`;
  await paste(page, quickAdd, `- [x] Pack the bags\n- [ ] ${long}\n- [ ] Feed the cat #home`);
  const dialog = page.getByRole("dialog", { name: "Add 3 tasks?" });
  await expect(dialog.getByRole("img", { name: "Done" }).or(dialog.getByLabel("Done"))).toHaveCount(1);
  await expect(dialog).toContainText("Too long: 288 of 200 characters.");
  await dialog.getByRole("button", { name: "Add" }).click();
  await expect(dialog.getByRole("textbox", { name: "Line 2" })).toBeFocused();
  await expect(dialog.getByRole("alert")).toContainText("A line can’t be added as it is.");

  // Closed, reloaded: it is still there, as it was left.
  await dialog.getByRole("textbox", { name: "Line 2" }).fill(`${long} and on`);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expectKept(page, `- [x] Pack the bags\n- [ ] ${long}\n- [ ] Feed the cat #home`);
  await page.reload();
  await expect(page.getByText("3 pasted lines aren’t added yet")).toBeVisible();
  await page.getByRole("button", { name: "Review" }).click();
  await expect(dialog.getByRole("textbox", { name: "Line 2" })).toHaveValue(`${long} and on`);
  await dialog.getByRole("textbox", { name: "Line 2" }).fill("Shorter");
  await dialog.getByRole("button", { name: "Add" }).click();

  await expect(check("Feed the cat")).toBeEnabled();
  await expect(row("Shorter")).toBeVisible();
  await expect
    .poll(async () => (await all(page)).map(({ title, completed }) => [title, completed]))
    .toEqual([
      ["Pack the bags", true],
      ["Shorter", false],
      ["Feed the cat", false],
    ]);
  await notice.getByRole("button", { name: "Undo" }).click();
  await expect(row("Shorter")).toHaveCount(0);
  await expect.poll(async () => (await all(page)).length).toBe(0);
});

test("201 lines are added and taken back in one go; of more than 500 the rest stays for the next time", async ({
  page,
}) => {
  const { notice, quickAdd } = screen(page);
  const lines = (count: number) => Array.from({ length: count }, (_, at) => `Line ${at + 1}`).join("\n");
  await paste(page, quickAdd, lines(201));
  await page.getByRole("dialog", { name: "Add 201 tasks?" }).getByRole("button", { name: "Add" }).click();
  await expect(notice).toContainText("Added 201 tasks");
  expect(await all(page)).toHaveLength(201);
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("Control+z");
  await expect.poll(async () => (await all(page)).length, { timeout: 30_000 }).toBe(0);

  await paste(page, quickAdd, lines(501));
  const dialog = page.getByRole("dialog", { name: "Add 501 tasks?" });
  await dialog.getByRole("button", { name: "Add the first 500" }).click();
  const rest = page.getByRole("dialog", { name: "Add 1 task?" });
  await expect(rest.getByRole("listitem")).toContainText("Line 501");
  await rest.getByRole("button", { name: "Add" }).click();
  await expect(rest).toHaveCount(0);
  await expect.poll(async () => (await all(page)).length).toBe(501);
});

test("a second list is pasted below one that waits, or is being added, and takes nothing from it", async ({ page }) => {
  const { notice, quickAdd } = screen(page);
  const dialog = page.getByRole("dialog", { name: /^Add \d tasks\?$/ });
  const line = (at: number) => dialog.getByRole("textbox", { name: `Line ${at}` });
  const long = (word: string) => `${word} `.repeat(50).trim();
  await paste(page, quickAdd, `Milk\n${long("bread")}\nEggs`);
  await line(2).fill("Rye bread");
  await dialog.getByRole("checkbox").nth(2).click();
  await page.keyboard.press("Escape");
  await expect(page.getByText("3 pasted lines aren’t added yet")).toBeVisible();
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(notice).toContainText("Discarded 3 pasted lines");
  await notice.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("3 pasted lines aren’t added yet")).toBeVisible();

  await paste(page, quickAdd, `  Paint\n    ${long("brush")}`);
  await expect(dialog.getByRole("listitem")).toHaveCount(5);
  await expect(dialog.getByRole("checkbox").nth(2)).not.toBeChecked();
  await expect(line(2)).toHaveValue("Rye bread");
  await line(5).fill("Brushes");
  const releaseBoth = await holdWrite(page);
  await dialog.getByRole("button", { name: "Add" }).click();
  await line(5).fill("Two brushes");
  await page.keyboard.press("Escape");
  await paste(page, quickAdd, "Nails\nScrews");
  await expect(dialog.getByRole("button", { name: "Adding…" })).toBeDisabled();
  releaseBoth();
  await expect(notice).toContainText("Added 4 tasks");
  await writesOf(page).settled();

  // Left are the one that was left out, the one that was edited too late, and the last list.
  await expect(dialog.getByRole("listitem")).toHaveCount(4);
  await expect(line(5)).toHaveValue("Two brushes");
  await dialog.getByRole("button", { name: "Add" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText("1 pasted line isn’t added yet")).toBeVisible();
  expect((await all(page)).map(({ title }) => title).sort()).toEqual(
    ["Milk", "Rye bread", "Paint", "Brushes", "Two brushes", "Nails", "Screws"].sort(),
  );
});

test("several lines into “Add a subtask” become several, a lost answer makes none twice, and nothing is cut", async ({
  page,
}) => {
  const { check, panel, row } = screen(page);
  await jot(page, "Pack for Rome");
  await expect(check("Pack for Rome")).toBeEnabled();
  await row("Pack for Rome").getByRole("link").click();
  const subtask = panel.getByRole("textbox", { name: "Add a subtask" });
  await paste(page, subtask, "- Passport\n- Sun hat\n  - Straw one\n- [x] Tickets");
  const dialog = page.getByRole("dialog", { name: "Add 4 subtasks?" });
  await loseAnswer(page);
  await dialog.getByRole("button", { name: "Add" }).click();
  await expect(dialog.getByRole("alert")).toContainText("can’t be reached");
  await dialog.getByRole("button", { name: "Add" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(row("Pack for Rome")).toContainText("1 of 4");
  expect((await all(page)).filter(({ parentId }) => parentId).map(({ title }) => title)).toEqual([
    "Passport",
    "Sun hat",
    "Straw one",
    "Tickets",
  ]);

  const long = "part ".repeat(57).trim();
  await paste(page, subtask, long);
  await expect(subtask).toHaveValue(long);
  await paste(page, panel.getByRole("textbox", { name: "Title", exact: true }), "\nand Naples\nand Bari");
  await expect(panel.getByRole("textbox", { name: "Title", exact: true })).toHaveValue(/and Naples and Bari/);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("a list that is pasted into the sheet is looked at as well", async ({ page }) => {
    const { check } = screen(page);
    await page.getByRole("navigation", { name: "Tabs" }).getByRole("button", { name: "Add a task" }).click();
    const sheet = page.getByRole("dialog", { name: "Add a task" });
    await paste(page, sheet.getByRole("combobox"), "Oat milk\nRye bread");
    await page.getByRole("dialog", { name: "Add 2 tasks?" }).getByRole("button", { name: "Add" }).click();
    await expect(page.getByRole("dialog", { name: "Add 2 tasks?" })).toHaveCount(0);
    await page.keyboard.press("Escape");
    await expect(check("Rye bread")).toBeEnabled();
    await expect(check("Oat milk")).toBeEnabled();
  });
});
