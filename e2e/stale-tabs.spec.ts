import type { Page, Route } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";
import { jot, loseAnswer, screen } from "@/e2e/screen";

type Tag = { id: string; name: string };
const tags = async (page: Page): Promise<Tag[]> => (await (await page.request.get("/api/v1/tags")).json()).items;
const names = async (page: Page) => (await tags(page)).map(({ name }) => name);
const tagsOf = async (page: Page, title: string) => {
  const { items } = await (await page.request.get("/api/v1/tasks?view=all")).json();
  const task = items.find((one: { title: string }) => one.title === title);
  return task?.tags.map(({ name }: Tag) => name);
};

test("a tab that is behind brings no tag back by its old name, and takes none off that it does not know", async ({
  page,
  user: _,
}) => {
  const { check, notice, panel, quickAdd, row } = screen(page);
  await page.goto("/today");
  await jot(page, "Water the ferns today #home #plants");
  await jot(page, "Fix the tap today");
  await expect(check("Fix the tap")).toBeEnabled();
  const [home, plants] = await tags(page);
  const { items } = await (await page.request.get("/api/v1/tasks?q=ferns")).json();
  const patch = (id: string | undefined, data: object) => page.request.patch(`/api/v1/tags/${id}`, { data });

  await patch(home?.id, { name: "house" });
  await jot(page, "Sweep the stairs today #home");
  await expect(check("Sweep the stairs")).toBeEnabled();
  expect(await tagsOf(page, "Sweep the stairs")).toEqual(["house"]);
  expect(await names(page)).toEqual(["house", "plants"]);

  await page.request.delete(`/api/v1/tags/${plants?.id}`);
  await quickAdd.fill("Repot the fern today #plants");
  await quickAdd.press("Enter");
  await expect(notice).toContainText("The tag “plants” was deleted. “Repot the fern” was saved without it.");
  await expect(check("Repot the fern")).toBeEnabled();
  expect(await tagsOf(page, "Repot the fern")).toEqual([]);
  expect(await names(page)).toEqual(["house"]);

  // Another tab's tag stays, where this one adds its own.
  await row("Water the ferns").getByRole("link").click();
  const field = panel.getByRole("combobox", { name: "Tags" });
  await expect(panel.getByText("house", { exact: true })).toBeVisible();
  await page.request.patch(`/api/v1/tasks/${items[0].id}`, {
    data: { tags: ["house", "theirs"], title: "Water all the ferns" },
  });
  await field.fill("mine");
  await page.getByRole("option", { name: "Create “mine”" }).click();
  await expect.poll(() => tagsOf(page, "Water all the ferns")).toEqual(["house", "mine", "theirs"]);
  await panel.getByRole("button", { name: /house/ }).click();
  await expect.poll(() => tagsOf(page, "Water all the ferns")).toEqual(["mine", "theirs"]);
});

test("whatever makes something makes it once, when its answer was lost and it is tried again", async ({
  page,
  user: _,
}) => {
  const { check, panel, row, talk, composer, views } = screen(page);
  await page.goto("/today");
  await jot(page, "Pack for Rome today");
  await expect(check("Pack for Rome")).toBeEnabled();
  await row("Pack for Rome").getByRole("link").click();

  const subtask = panel.getByRole("textbox", { name: "Add a subtask" });
  await subtask.fill("Passport");
  await loseAnswer(page);
  await subtask.press("Enter");
  await expect(subtask).toHaveValue("Passport");
  await subtask.press("Enter");
  await expect(panel.getByRole("checkbox", { name: "Complete Passport" })).toBeEnabled();
  await subtask.fill("Sun hat");
  await subtask.press("Enter");
  await subtask.press("Enter");
  await expect(panel.getByRole("checkbox", { name: "Complete Sun hat" })).toBeEnabled();

  // Cut on the way back, as a connection that breaks does it.
  await loseAnswer(page, 1, (route) => route.abort());
  await subtask.fill("Tickets");
  await subtask.press("Enter");
  await expect(panel.getByRole("checkbox", { name: "Complete Tickets" })).toBeEnabled();
  await page.reload();
  await expect(row("Pack for Rome")).toContainText("0 of 3");

  await views.getByRole("button", { name: "New tag" }).click();
  const dialog = page.getByRole("dialog", { name: "New tag" });
  await dialog.getByLabel("Name").fill("travel");
  await loseAnswer(page);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByRole("alert")).toContainText("can’t be reached");
  await dialog.getByLabel("Name").press("Enter");
  await expect(dialog).toHaveCount(0);
  expect(await names(page)).toEqual(["travel"]);

  // The conversation, its question and what comes of it.
  const cut = async (route: Route) => {
    await route.fetch();
    await route.abort();
  };
  await page.route("**/api/chat", cut, { times: 1 });
  await composer.fill("add buy oat milk today");
  await composer.press("Enter");
  await page.getByRole("button", { name: "Retry" }).click();
  await expect(talk.getByRole("article", { name: "Assistant" })).toContainText(/oat milk/i);
  await expect(row("Buy oat milk")).toHaveCount(1);
  expect((await (await page.request.get("/api/v1/conversations")).json()).items).toHaveLength(1);
});

test("a tag that was changed elsewhere while its dialog was open is not written over", async ({ page, user: _ }) => {
  const { check, views } = screen(page);
  await page.goto("/today");
  await jot(page, "Water the ferns today #home");
  await expect(check("Water the ferns")).toBeEnabled();
  const [home] = await tags(page);
  const change = async () => {
    await views.getByRole("link", { name: /^h/ }).hover();
    await views.getByRole("button", { name: /^Options for h/ }).click();
    await page.getByRole("menuitem", { name: "Edit" }).click();
    return page.getByRole("dialog", { name: /^Edit/ });
  };
  const dialog = await change();
  await page.request.patch(`/api/v1/tags/${home?.id}`, { data: { color: "#112233" } });
  await dialog.getByLabel("Name").fill("house");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toHaveCount(0);
  expect(await tags(page)).toMatchObject([{ name: "house", color: "#112233" }]);

  await change();
  await page.request.patch(`/api/v1/tags/${home?.id}`, { data: { name: "flat" } });
  await dialog.getByLabel("Name").fill("cottage");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByRole("alert")).toContainText("It’s now called “flat”.");
  await expect(dialog.getByLabel("Name")).toHaveValue("cottage");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toHaveCount(0);
  expect(await names(page)).toEqual(["cottage"]);
});

test("what is done without a connection is shown as not saved, and closing the page asks", async ({
  page,
  context,
  user: _,
}) => {
  const { check, row } = screen(page);
  await page.goto("/today");
  await jot(page, "Before the tunnel today");
  await expect(check("Before the tunnel")).toBeEnabled();
  await context.setOffline(true);
  await jot(page, "In the tunnel today");
  await check("Before the tunnel").click();
  await expect(row("In the tunnel")).toContainText("Not saved yet");
  await expect(row("Before the tunnel")).toContainText("Not saved yet");
  await expect(page.getByRole("status").filter({ hasText: "2 changes aren’t saved yet" })).toBeVisible();
  await expect(page.getByText(/^(Added “In|Completed “)/)).toHaveCount(0);
  const asked = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  await context.setOffline(false);
  await expect(check("In the tunnel")).toBeEnabled();
  await expect(row("In the tunnel")).not.toContainText("Not saved yet");
});
