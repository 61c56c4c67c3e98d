import { expect, test } from "@/e2e/fixtures";
import { expectKept, kept } from "@/e2e/people";
import { screen } from "@/e2e/screen";
import { fields, open, openTask, saved } from "@/e2e/task-fields";

test.describe("with a task open", () => {
  test.beforeEach(async ({ page, user: _ }) => {
    await openTask(page);
  });

  test("every field has its words again after a reload, marked, and they are saved or let go", async ({ page }) => {
    const { composer, panel, quickAdd, views } = screen(page);
    const { title, description, subtask, tag } = fields(page);
    const words = { title: "Half a title", description: "Half a page", subtask: "Half a part", tag: "half a tag" };
    await tag.fill(words.tag);
    await tag.press("Escape"); // out of the list of tags, which covers the rest
    await subtask.fill(words.subtask);
    await composer.fill("Half a question");
    await views.getByRole("button", { name: "New tag" }).click();
    const dialog = page.getByRole("dialog", { name: "New tag" });
    await dialog.getByLabel("Name").fill("half a name");
    await page.keyboard.press("Escape");
    await quickAdd.fill("Half a task");
    await description.fill(words.description);
    await expectKept(page, words.description);
    await page.reload();

    await expect(quickAdd).toHaveValue("Half a task");
    await expect(composer).toHaveValue("Half a question");
    await expect(description).toHaveValue(words.description);
    await expect(subtask).toHaveValue(words.subtask);
    await expect(tag).toHaveValue(words.tag);
    await expect(panel.getByText("Draft, not saved")).toHaveCount(3);
    await views.getByRole("button", { name: "New tag" }).click();
    await expect(dialog.getByLabel("Name")).toHaveValue("half a name");
    await expect(dialog).toContainText("Draft, not saved");
    await dialog.getByRole("button", { name: "Cancel" }).click();

    await panel.getByRole("button", { name: "Save" }).click();
    await expect.poll(async () => (await saved(page, "Write report")).description).toBe(words.description);
    // The tag's comes before the subtask's.
    for (const field of [tag, subtask]) {
      await panel.getByRole("button", { name: "Discard" }).first().click();
      await expect(field).toHaveValue("");
    }
    await page.getByRole("button", { name: "Discard" }).first().click();
    await expect(quickAdd).toHaveValue("");
    await quickAdd.press("Enter"); // nothing to add

    // A title, and what was let go stays gone.
    await title.fill(words.title);
    await expectKept(page, words.title);
    await page.reload();
    await expect(title).toHaveValue(words.title);
    await expect(subtask).toHaveValue("");
    await title.press("Enter");
    await expect(screen(page).row(words.title)).toBeVisible();
    await page.reload();
    await expect(panel.getByText("Draft, not saved")).toHaveCount(0);
  });

  test("Back, another tab and a closed one have them too", async ({ page, context }) => {
    const { panel, quickAdd } = screen(page);
    const { description } = fields(page);
    await description.fill("Half a page");
    await page.goBack();
    await expect(panel).toHaveCount(0);
    // The panel went, and that saved it, as leaving the field does.
    await expect.poll(async () => (await saved(page, "Write report")).description).toBe("Half a page");

    await quickAdd.fill("Half a task");
    const other = await context.newPage();
    await other.goto("/today");
    await expect(screen(other).quickAdd).toHaveValue("Half a task");
    await screen(other).quickAdd.fill("Half a task, and more");
    await expect(quickAdd).toHaveValue("Half a task, and more");
    await other.close();
    await page.close();
    const later = await context.newPage();
    await later.goto("/today");
    await expect(screen(later).quickAdd).toHaveValue("Half a task, and more");
    await screen(later).quickAdd.press("Enter");
    await expect(screen(later).check("Half a task, and more")).toBeEnabled();
    await later.reload();
    await expect(screen(later).quickAdd).toHaveValue("");
  });

  test("too long, or emptied, the words stay with the reason beside them, wherever one clicks", async ({ page }) => {
    const { panel, row } = screen(page);
    const { title, description, subtask } = fields(page);
    await description.fill("x".repeat(905));
    await expect(panel.getByText("905 / 1,000")).toBeVisible();
    const long = `${"words ".repeat(170)}end`;
    await description.fill(long);
    await title.click();
    await expect(panel.getByRole("alert")).toContainText("Keep it to 1,000 characters.");
    await expect(description).toHaveValue(long);
    await title.fill("");
    await open(page, "Call the bank");
    await expect(title).toHaveValue("Call the bank");
    await open(page);
    await expect(description).toHaveValue(long);
    await expect(title).toHaveValue("");
    await panel.getByRole("button", { name: "Discard" }).first().click();
    await expect(title).toHaveValue("Write report");

    const many = "part ".repeat(57).trim();
    await subtask.fill(many);
    await expect(panel.getByText("284 / 200")).toBeVisible();
    await subtask.press("Enter");
    await expect(panel.getByText("Keep it to 200 characters.")).toBeVisible();
    await expect(subtask).toHaveValue(many);
    await expect(row("Write report")).toBeVisible();
  });

  test("Escape leaves the description with its words, and a title can be had back", async ({ page }) => {
    const { notice, panel } = screen(page);
    const { title, description } = fields(page);
    await description.fill("Two pages");
    await description.press("Escape");
    await expect(panel).toBeVisible();
    await expect(description).not.toBeFocused();
    await expect(description).toHaveValue("Two pages");
    await expect.poll(async () => (await saved(page, "Write report")).description).toBe("Two pages");

    await title.fill("Write the whole report");
    await title.press("Escape");
    await expect(title).toHaveValue("Write report");
    await notice.getByRole("button", { name: "Undo" }).click();
    await expect(title).toHaveValue("Write the whole report");
    await title.press("Enter");
    await expect(screen(page).row("Write the whole report")).toBeVisible();
  });

  test("a time, a due and a repetition in words outlive the page too, and Escape lets them go", async ({ page }) => {
    const { panel } = screen(page);
    const time = panel.getByRole("textbox", { name: "Time" });
    const due = page.getByRole("dialog", { name: "Due" }).getByLabel("Type a date");
    const repeat = page.getByRole("dialog", { name: "Repeat" }).getByLabel("Type how often");
    await panel.getByRole("button", { name: "Repeat: None" }).click();
    await repeat.fill("every other Tues");
    await page.mouse.click(400, 800);
    await panel.getByRole("button", { name: /^Due:/ }).click();
    await due.fill("fri 5");
    await page.mouse.click(400, 800);
    await time.fill("half pa");
    await expectKept(page, "every other Tues", "fri 5", "half pa");
    await page.reload();
    await expect(time).toHaveValue("half pa");
    await panel.getByRole("button", { name: "Discard" }).click();
    await expect(time).toHaveValue("");
    await panel.getByRole("button", { name: "Repeat: None" }).click();
    await expect(repeat).toHaveValue("every other Tues");
    await repeat.press("Escape");
    await panel.getByRole("button", { name: /^Due:/ }).click();
    await expect(due).toHaveValue("fri 5");
    await due.press("Escape");
    await expect.poll(async () => (await kept(page)).drafts).toEqual([]);
  });

  test("a tag’s name that is too long, or could not be saved, is in the field again until it is", async ({ page }) => {
    const { panel } = screen(page);
    const { tag } = fields(page);
    await tag.fill("n".repeat(51));
    await expect(panel.getByText("51 / 50")).toBeVisible();
    await expect(page.getByRole("option")).toHaveCount(0);
    await tag.fill("travel");
    await page.route("**/today*", (route) =>
      route.request().method() === "POST" ? route.fulfill({ status: 503 }) : route.fallback(),
    );
    await page.getByRole("option", { name: "Create “travel”" }).click();
    await expect(screen(page).notice).toContainText("Not saved");
    await expect(tag).toHaveValue("travel");
    await page.unrouteAll();
    await screen(page).notice.getByRole("button", { name: "Retry" }).click();
    await expect(panel.getByRole("button", { name: "Remove tag travel" })).toBeVisible();
    await expect(tag).toHaveValue("");
  });

  test("what was changed or deleted elsewhere meanwhile is not written over, and nothing is lost", async ({ page }) => {
    const { panel } = screen(page);
    const { description } = fields(page);
    const { id } = await saved(page, "Write report");
    await description.fill("Mine");
    await expectKept(page, "Mine");
    await page.request.patch(`/api/v1/tasks/${id}`, { data: { description: "Theirs" } });
    await page.reload();
    await expect(panel.getByRole("alert")).toContainText("to “Theirs”");
    await expect(description).toHaveValue("Mine");
    await panel.getByRole("button", { name: "Keep mine" }).click();
    await expect.poll(async () => (await saved(page, "Write report")).description).toBe("Mine");

    await description.fill("Mine, and more");
    await expectKept(page, "Mine, and more");
    await page.request.delete(`/api/v1/tasks/${id}`);
    await page.reload();
    const unsaved = page.getByRole("region", { name: "Not saved" });
    await expect(unsaved).toContainText("Mine, and more");
    await unsaved.getByRole("button", { name: "Discard" }).click();
    await expect(unsaved).toHaveCount(0);
  });
});
