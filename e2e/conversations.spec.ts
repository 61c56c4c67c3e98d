import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";
import { expectKept } from "@/e2e/people";
import { jot, pressKey, say, screen } from "@/e2e/screen";

const GONE = "This conversation no longer exists.";
const AWAY = "Couldn’t load this conversation.";

test.beforeEach(async ({ page, user: _ }) => {
  await page.goto("/today");
  await say(page, "add water the ferns tomorrow");
});

/** The id of the one conversation that there is. */
const idOf = async (http: APIRequestContext) => (await (await http.get("/api/v1/conversations")).json()).items[0].id;

test("one that was deleted and restored elsewhere is there again, without a reload", async ({ page }) => {
  const { talk, views } = screen(page);
  const id = await idOf(page.request);
  await page.request.delete(`/api/v1/conversations/${id}`);
  await page.reload();
  await expect(page.getByText(GONE)).toBeVisible();

  await page.request.post(`/api/v1/conversations/${id}/restore`);
  await jot(page, "Anything that shows the page anew");
  await expect(views.getByRole("link", { name: /ferns/i })).toBeVisible();
  await expect(talk).toContainText("add water the ferns tomorrow");
});

test("one that cannot be loaded says so once, and Retry loads it", async ({ page }) => {
  const { talk } = screen(page);
  let asked = 0;
  await page.route("**/api/v1/conversations/*", (route) => {
    asked++;
    return asked === 1 ? route.abort() : route.fulfill({ status: 503, json: {} });
  });
  await page.reload();
  await expect(page.getByText(AWAY)).toBeVisible();
  expect(asked).toBe(1);
  await page.getByRole("button", { name: "Retry" }).click();
  await expect.poll(() => asked).toBe(2);
  await expect(page.getByText(AWAY)).toBeVisible();
  await page.unroute("**/api/v1/conversations/*");
  await page.getByRole("button", { name: "Retry" }).click();
  await expect(talk).toContainText("add water the ferns tomorrow");
});

test("deleting one is the last step that Ctrl+Z takes back", async ({ page }) => {
  const { check, notice, views } = screen(page);
  await jot(page, "Buy stamps today");
  await expect(check("Buy stamps")).toBeEnabled();
  const link = views.getByRole("link", { name: /ferns/i });
  await link.hover();
  await views.getByRole("button", { name: /^More for/ }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(notice).toContainText("Deleted “");
  await page.getByRole("heading", { level: 1, name: "Today" }).click(); // out of the box, where the key is the browser's own
  await page.keyboard.press("Control+z");
  await expect(link).toBeVisible();
  await expect(check("Buy stamps")).toBeEnabled();
});

test("one that could not be deleted can be tried again, with the same way back", async ({ page }) => {
  const { notice, views } = screen(page);
  const link = views.getByRole("link", { name: /ferns/i });
  await page.route("**/today", (route) =>
    route.request().method() === "POST" ? route.fulfill({ status: 503 }) : route.fallback(),
  );
  await link.hover();
  await views.getByRole("button", { name: /^More for/ }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(notice).toContainText("Tandem can’t be reached");
  await page.unroute("**/today");
  await notice.getByRole("button", { name: "Retry" }).click();
  await expect(link).toHaveCount(0);
  await notice.getByRole("button", { name: "Undo" }).click();
  await expect(link).toBeVisible();
});

test("one that is renamed by Retry leaves no draft, and a title that was let go can be had back", async ({ page }) => {
  const { notice, views } = screen(page);
  const field = views.getByRole("textbox", { name: "Conversation title" });
  const beginToRename = async () => {
    await views.getByRole("link", { name: /ferns|Garden/i }).hover();
    await views.getByRole("button", { name: /^More for/ }).click();
    await page.getByRole("menuitem", { name: "Rename" }).click();
  };
  await page.route("**/today", (route) =>
    route.request().method() === "POST" ? route.fulfill({ status: 503 }) : route.fallback(),
  );
  await beginToRename();
  await field.fill("Garden");
  await field.press("Enter");
  await expect(notice).toContainText("be reached");
  await page.unroute("**/today");
  await notice.getByRole("button", { name: "Retry" }).click();
  await expect(views.getByRole("link", { name: "Garden" })).toBeVisible();
  await page.request.patch(`/api/v1/conversations/${await idOf(page.request)}`, { data: { title: "Garden shed" } });
  await page.reload();

  await beginToRename();
  await expect(field).toHaveValue("Garden shed");
  await field.fill("Greenhouse");
  await field.press("Escape");
  await expect(notice).toContainText("Discarded “Greenhouse”");
  await notice.getByRole("button", { name: "Undo" }).click();
  await expect(field).toHaveValue("Greenhouse");
  await field.press("Enter");
  await expect(views.getByRole("link", { name: "Greenhouse" })).toBeVisible();
});

test("its page has its title as soon as that is known, however long the page itself takes", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/chat");
  await page.route(/\/chat\/.*_rsc/, () => {}); // never answered
  await say(page, "add buy oat milk");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/oat milk/i);
});

test("one that is not there is not the one that the dock shows next", async ({ page }) => {
  await page.goto(`/chat/${crypto.randomUUID()}`);
  await expect(page.getByRole("heading", { name: "Conversation not found" })).toBeVisible();
  await page.goto("/today");
  await expect(screen(page).talk).toContainText("add water the ferns tomorrow");
});

test("all of them can be reached, by page and by what was said in them", async ({ page }) => {
  const { talk, views } = screen(page);
  for (let at = 1; at <= 60; at++)
    await page.request.post("/api/v1/conversations", { data: { title: `Talk ${at}` }, maxRetries: 2 });
  await views.getByRole("link", { name: "All conversations" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Conversations" })).toBeVisible();
  const list = page.getByRole("main").getByRole("list", { name: "Conversations" });
  await expect(list.getByRole("listitem")).toHaveCount(50);
  await page.getByRole("link", { name: "Next page" }).click();
  await expect(list.getByRole("listitem")).toHaveCount(11);
  await expect(list.getByRole("link", { name: "Talk 1", exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Back to the top" }).click();
  await expect(list.getByRole("link", { name: "Talk 60" })).toBeVisible();

  const search = page.getByRole("searchbox", { name: "Search conversations" });
  await search.fill("TALK 7");
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await search.fill("ferns tom");
  await expect(list.getByRole("listitem")).toContainText("add water the ferns tomorrow");
  await search.press("Tab");
  await page.keyboard.press("Enter");
  await expect(talk).toContainText("add water the ferns tomorrow");
  await page.goto("/conversations?q=nothing%20of%20that");
  await expect(page.getByText("No conversations match “nothing of that”.")).toBeVisible();

  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/chat");
  await page.getByRole("main").getByRole("link", { name: "All conversations" }).click();
  await expect(list.getByRole("listitem")).toHaveCount(50);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
});

test("one that begins late takes the box from no other, and no words of a newer one", async ({ page }) => {
  const { composer, row, talk, views } = screen(page);
  const dock = page.getByRole("complementary", { name: "Assistant" });
  const replies = talk.getByRole("article", { name: "Assistant" });
  const goToFerns = async () => {
    await dock.getByRole("button", { name: "Conversations" }).click();
    await page.getByRole("menuitem", { name: /ferns/i }).click();
    await expect(talk).toContainText("add water the ferns tomorrow");
  };
  const sendHeld = async (words: string) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    await page.route("**/api/chat", async (route) => {
      await promise;
      await route.fallback();
    });
    await dock.getByRole("button", { name: "New chat", exact: true }).click();
    await expect(replies).toHaveCount(0);
    await composer.fill(words);
    await composer.press("Enter");
    await expect(talk).toContainText(words);
    return resolve;
  };

  const letFirst = await sendHeld("add buy stamps today");
  await goToFerns();
  await composer.fill("Half a question");
  letFirst();
  await expect(row("Buy stamps")).toBeVisible();
  await expect(composer).toHaveValue("Half a question");
  await expect(talk).toContainText("add water the ferns tomorrow");

  const letSecond = await sendHeld("add call the bank today");
  await goToFerns();
  await dock.getByRole("button", { name: "New chat", exact: true }).click();
  await composer.fill("Half another question");
  letSecond();
  await expect(row("Call the bank")).toBeVisible();
  await expect(composer).toHaveValue("Half another question");
  await expect(replies).toHaveCount(0);
  await views.getByRole("link", { name: /bank/i }).click();
  await expect(talk).toContainText("add call the bank today");
  await expect(composer).toHaveValue("");
});

test("a task that is being typed over a conversation stays when that gets its address", async ({ page }) => {
  const { composer, quickAdd } = screen(page);
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route("**/api/chat", async (route) => {
    await promise;
    await route.fallback();
  });
  await page.goto("/chat");
  await composer.fill("add buy stamps today");
  await composer.press("Enter");
  await page.getByRole("heading", { level: 1 }).click();
  await pressKey(page, "q", quickAdd);
  await quickAdd.fill("Half a task");
  resolve();
  await expect(page).toHaveURL(/chat\/./);
  await expect(quickAdd).toHaveValue("Half a task");
});

test("what was written to one that was deleted elsewhere is there, and goes on in a new one", async ({ page }) => {
  const { composer } = screen(page);
  const id = await idOf(page.request);
  const unsaved = page.getByRole("region", { name: "Not saved" });
  await composer.fill("Half a question");
  await expectKept(page, "Half a question");
  await page.request.delete(`/api/v1/conversations/${id}`);
  await page.reload();
  await expect(page.getByText(GONE)).toBeVisible();
  await expect(unsaved).toContainText("Half a question");

  await page.goto(`/chat/${id}`);
  await expect(page.getByRole("heading", { name: "Conversation not found" })).toBeVisible();
  await unsaved.getByRole("button", { name: "Use in a new chat" }).click();
  await expect(page).toHaveURL(/chat$/);
  await expect(composer).toHaveValue("Half a question");
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Conversation not found" })).toBeVisible();
  await expect(unsaved).toHaveCount(0);
});
