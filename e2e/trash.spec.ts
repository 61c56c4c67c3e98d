import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";
import { jot, say, screen } from "@/e2e/screen";

/** The trash as one sees it. */
const trash = (page: Page) => {
  const list = page.getByRole("main").getByRole("list", { name: "In Trash" });
  return { row: (name: string) => list.getByRole("listitem").filter({ hasText: name }) };
};

async function deleteTag(page: Page, name: string) {
  const { views } = screen(page);
  const link = views.getByRole("link", { name: new RegExp(`^${name}`) });
  await link.hover();
  await views.getByRole("button", { name: `Options for ${name}` }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(link).toHaveCount(0);
}

async function lookIn(page: Page) {
  await screen(page).views.getByRole("link", { name: "Trash" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Trash" })).toBeVisible();
}

test.beforeEach(async ({ page, user: _ }) => {
  await page.goto("/today");
});

test("a deleted tag waits in the trash and comes back onto its tasks", async ({ page }) => {
  const { check, views, row, notice } = screen(page);
  for (const line of ["Water the ferns today #home", "Fix the tap today #home"]) await jot(page, line);
  await expect(check("Fix the tap")).toBeEnabled();
  await deleteTag(page, "home");

  await lookIn(page);
  const home = trash(page).row("home");
  await expect(home).toContainText("2 tasks");
  await expect(home).toContainText("30 days left");
  await expect(home.getByTitle(/^Deleted permanently on \w+/)).toBeVisible();
  await home.getByRole("button", { name: "Restore the tag home" }).click();
  await expect(home).toHaveCount(0);
  await expect(notice).toContainText("Restored the tag “home”");
  await expect(page.getByText("Trash is empty.")).toBeVisible();
  await views.getByRole("link", { name: /^home/ }).click();
  await expect(row("Water the ferns")).toBeVisible();
  await expect(row("Fix the tap")).toBeVisible();
});

test("deleting a tag that is no longer there says so, and offers no second try", async ({ page }) => {
  const { check, notice, views } = screen(page);
  await jot(page, "Water the ferns #home");
  await expect(check("Water the ferns")).toBeEnabled();
  const { items } = await (await page.request.get("/api/v1/tags")).json();
  await page.request.delete(`/api/v1/tags/${items[0].id}`);
  await deleteTag(page, "home");
  await expect(notice).toContainText("Couldn’t delete the tag “home”. That no longer exists.");
  await expect(notice.getByRole("button", { name: "Retry" })).toHaveCount(0);
  await expect(views.getByRole("link", { name: /^home/ })).toHaveCount(0);
});

test("a tag whose name was taken meanwhile comes back by another name", async ({ page }) => {
  const { check, views, notice } = screen(page);
  await jot(page, "Water the ferns today #home");
  await expect(check("Water the ferns")).toBeEnabled();
  await deleteTag(page, "home");
  await expect(notice).toContainText("Deleted the tag “home”");
  await jot(page, "Fix the tap today #Home");
  await expect(check("Fix the tap")).toBeEnabled();

  await lookIn(page);
  await expect(trash(page).row("home")).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("r");
  const dialog = page.getByRole("dialog", { name: /with a new name/ });
  await expect(dialog.getByLabel("Name")).toHaveValue("home 2");
  await dialog.getByLabel("Name").fill("HOME");
  await dialog.getByRole("button", { name: "Restore" }).click();
  await expect(dialog.getByRole("alert")).toContainText(/You already have a tag called “home”/i);
  await dialog.getByLabel("Name").fill("plants");
  await dialog.getByLabel("Name").press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(views.getByRole("link", { name: /^plants\s*1/ })).toBeVisible();
  await expect(views.getByRole("link", { name: /^home\s*1/i })).toBeVisible();

  await notice.getByRole("button", { name: "Undo" }).first().click();
  await expect(trash(page).row("home")).toBeVisible();
  await expect(views.getByRole("link", { name: /^plants/ })).toHaveCount(0);
});

test("a deleted conversation comes back with what was said", async ({ page }) => {
  await page.goto("/chat");
  await say(page, "add water the ferns today");
  const { views, talk } = screen(page);
  const link = views.getByRole("link", { name: /ferns/i });
  await link.hover();
  await views.getByRole("button", { name: /^More for/ }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(link).toHaveCount(0);

  await lookIn(page);
  const row = trash(page).row("ferns");
  await expect(row).toContainText("2 messages");
  await row.getByRole("button", { name: /^Restore the conversation/ }).click();
  await expect(row).toHaveCount(0);
  await views.getByRole("link", { name: /ferns/i }).click();
  await expect(talk).toContainText("add water the ferns today");
});

test("the trash is narrowed to one kind of things, and says when there are none", async ({ page }) => {
  const { row, check } = screen(page);
  await jot(page, "Water the ferns today #home");
  await expect(check("Water the ferns")).toBeEnabled();
  await row("Water the ferns").hover();
  await row("Water the ferns").getByRole("button", { name: "Delete" }).click();
  await deleteTag(page, "home");
  await lookIn(page);
  await expect(trash(page).row("Water the ferns")).toBeVisible();

  const show = async (from: string, kind: string) => {
    await page.getByRole("button", { name: `Shown: ${from}` }).click();
    await page.getByRole("menuitemradio", { name: kind }).click();
  };
  await show("Everything", "Tags");
  await expect(trash(page).row("home")).toBeVisible();
  await expect(trash(page).row("Water the ferns")).toHaveCount(0);
  await expect(page).toHaveURL(/kind=tag/);
  await show("Tags", "Conversations");
  await expect(page.getByText("No conversations in Trash.")).toBeVisible();
  await page.getByRole("link", { name: "Show everything" }).click();
  await expect(trash(page).row("Water the ferns")).toBeVisible();
});

test("a program finds tags and conversations in the trash too, and restores them", async ({ page }) => {
  const http = page.request;
  const made = async (path: string, data: object) => (await http.post(`/api/v1/${path}`, { data })).json();
  const listed = async (path: string) => (await (await http.get(`/api/v1/${path}`)).json()).items;
  const tag = await made("tags", { name: "home" });
  const talk = await made("conversations", { title: "Trip to Porto" });
  await http.delete(`/api/v1/tags/${tag.id}`);
  await http.delete(`/api/v1/conversations/${talk.id}`);
  const deletedAt = expect.stringMatching(/Z$/);
  expect(await listed("tags?view=trash")).toMatchObject([{ id: tag.id, taskCount: 0, deletedAt }]);
  expect(await listed("conversations?view=trash")).toMatchObject([{ id: talk.id, messageCount: 0, deletedAt }]);

  await made("tags", { name: "Home" });
  const taken = await http.post(`/api/v1/tags/${tag.id}/restore`);
  expect(taken.status()).toBe(422);
  expect(await taken.json()).toMatchObject({ errors: [{ path: "name" }] });
  const restored = await http.post(`/api/v1/tags/${tag.id}/restore?name=house`);
  expect(await restored.json()).toMatchObject({ id: tag.id, name: "house", deletedAt: null });
  const back = await http.post(`/api/v1/conversations/${talk.id}/restore`);
  expect(await back.json()).toMatchObject({ title: "Trip to Porto", deletedAt: null });
  expect([...(await listed("tags?view=trash")), ...(await listed("conversations?view=trash"))]).toEqual([]);
});

test("the assistant brings back a tag by its name", async ({ page }) => {
  const { check, views, talk } = screen(page);
  await jot(page, "Water the ferns today #home");
  await expect(check("Water the ferns")).toBeEnabled();
  await deleteTag(page, "home");
  await say(page, "restore the tag home");
  await expect(talk).toContainText("Restored the tag “home”");
  await expect(views.getByRole("link", { name: /^home\s*1/ })).toBeVisible();
  await talk.getByRole("button", { name: "Undo this turn" }).click();
  await expect(views.getByRole("link", { name: /^home/ })).toHaveCount(0);
});
