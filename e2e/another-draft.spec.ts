import { randomUUID } from "node:crypto";
import { expect, test } from "@/e2e/fixtures";
import { expectKept, keepBeside } from "@/e2e/people";
import { holdScripts, screen } from "@/e2e/screen";
import { fields, openTask, saved } from "@/e2e/task-fields";

test("what is typed before the page listens stays, and what was kept stands beside it", async ({ page, user: _ }) => {
  await openTask(page);
  const { panel, quickAdd } = screen(page);
  const { title, description, subtask, tag, time } = fields(page);
  const beside = panel.getByRole("list", { name: "Another draft" });
  await description.fill("Half a page");
  await expectKept(page, "Half a page");
  const letScriptsCome = await holdScripts(page);
  await page.reload({ waitUntil: "commit" });
  await quickAdd.fill("A task");
  await title.fill("A title");
  await time.fill("half pa");
  await tag.fill("a tag");
  await subtask.fill("A part");
  await description.fill("A page");
  letScriptsCome();
  await expect(beside).toContainText("Half a page");
  // The title, the time, the tag and the subtask were left, and could not be saved by that.
  await expect(panel.getByText("Draft, not saved")).toHaveCount(4);
  await expectKept(page, "A task", "A title", "half pa", "a tag", "A part", "A page", "Half a page");
  await page.reload();
  await expect(quickAdd).toHaveValue("A task");
  await expect(title).toHaveValue("A title");
  await expect(time).toHaveValue("half pa");
  await expect(tag).toHaveValue("a tag");
  await expect(subtask).toHaveValue("A part");
  await expect(description).toHaveValue("A page");

  await beside.getByRole("button", { name: "Use" }).click();
  await expect(description).toHaveValue("Half a page");
  await expect(description).toBeFocused();
  await expect(beside).toContainText("A page");
  await beside.getByRole("button", { name: "Discard “A page”" }).click();
  await expect(beside).toHaveCount(0);
  await expect(description).toBeFocused();
  await page.reload();
  await expect(description).toHaveValue("Half a page");
  await expect(beside).toHaveCount(0);
});

test("two tabs keep their words, each offered once, and what was just typed is no conflict", async ({
  page,
  context,
  user: _,
}) => {
  await openTask(page);
  const { panel } = screen(page);
  const { description } = fields(page);
  const beside = panel.getByRole("list", { name: "Another draft" });
  const other = await context.newPage();
  await other.goto(page.url());
  const theirs = fields(other).description;
  await expect(theirs).toBeEditable();
  await description.fill("Mine");
  await theirs.fill("Theirs");
  // At the same moment, as by chance.
  await Promise.all([page, other].map((tab) => tab.evaluate(() => dispatchEvent(new Event("blur")))));
  await expectKept(page, "Mine", "Theirs");
  await page.reload();
  await expect(beside.getByRole("listitem")).toHaveCount(1);
  await beside.getByRole("button", { name: "Use" }).click();
  await expect(description).toHaveValue("Mine");
  await expect(description).toBeFocused();
  await expectKept(page, "Mine", "Theirs");
  await expect(theirs).toHaveValue("Theirs");

  await description.fill("Mine, and more");
  await beside.getByRole("button", { name: "Use “Theirs”" }).click();
  await expect(description).toHaveValue("Theirs");
  await expect.poll(async () => (await saved(page, "Write report")).description).toBe("Mine, and more");
  await expect(beside).toHaveCount(0);
  await expect(panel.getByRole("alert")).toHaveCount(0);
  await panel.getByRole("button", { name: "Save" }).click();
  await expect.poll(async () => (await saved(page, "Write report")).description).toBe("Theirs");
});

test("words beside a pasted list, a name and a title are offered there", async ({ page, user: _ }) => {
  const { views } = screen(page);
  const { id } = await (await page.request.post("/api/v1/conversations", { data: {} })).json();
  await page.goto("/today");
  await page.waitForFunction(() => localStorage.getItem("tandem user"));
  await screen(page).quickAdd.fill("Half a task");
  await expectKept(page, "Half a task");
  const paste = { text: "Buy stamps\nCall mum", edits: {}, out: [], added: [], turnId: randomUUID() };
  await keepBeside(page, "add /today paste", paste);
  await keepBeside(page, "tag new", { text: "garden" });
  await keepBeside(page, "settings name", { text: "Ada Other" });
  await keepBeside(page, `conversation ${id} title`, { text: "Old plans" });
  await page.reload();
  const use = page.getByRole("list", { name: "Another draft" }).getByRole("button", { name: /^Use/ });

  await use.click();
  await expect(page.getByText("2 pasted lines aren’t added yet")).toBeVisible();
  await page.getByRole("button", { name: "Discard 2 pasted lines" }).press("Enter");
  await expect(screen(page).quickAdd).toBeFocused();

  await views.getByRole("button", { name: "New tag" }).click();
  const dialog = page.getByRole("dialog", { name: "New tag" });
  await use.click();
  await expect(dialog.getByLabel("Name")).toHaveValue("garden");
  await expect(dialog.getByLabel("Name")).toBeFocused();
  await dialog.getByRole("button", { name: "Cancel" }).click();

  await page.goto("/settings");
  await use.click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Ada Other");

  await page.goto(`/chat/${id}`);
  await page.getByRole("main").getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Rename" }).click();
  await use.click();
  const title = page.getByRole("textbox", { name: "Conversation title" });
  await expect(title).toHaveValue("Old plans");
  await expect(title).toBeFocused();
  await title.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Old plans" })).toBeVisible();
});
