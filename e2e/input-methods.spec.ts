import type { Locator, Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";
import { jot, screen, writesOf } from "@/e2e/screen";

/** Every field that one writes words into, and how one comes to it. */
const fields: Record<string, (page: Page) => Promise<Locator>> = {
  "quick add": async (page) => screen(page).quickAdd,
  search: async (page) => {
    await page.goto("/search?q=stamps");
    return page.getByRole("searchbox", { name: "Search tasks" });
  },
  palette: async (page) => {
    await screen(page).views.getByRole("button", { name: "Search or jump to" }).click();
    return page.getByRole("combobox", { name: "Search or jump to" });
  },
  title: async (page) => inPanel(page, "Title"),
  description: async (page) => inPanel(page, "Description"),
  "a subtask": async (page) => inPanel(page, /^Subtask/),
  "a new subtask": async (page) => inPanel(page, "Add a subtask"),
  time: async (page) => inPanel(page, "Time"),
  "a task's tags": async (page) => {
    await openPanel(page);
    return screen(page).panel.getByRole("combobox", { name: "Tags" });
  },
  "due in words": async (page) => {
    await screen(page).row("Buy stamps").getByRole("link").focus();
    await page.keyboard.press("d");
    return page.getByRole("textbox", { name: "Type a date" });
  },
  "a new tag": async (page) => {
    await screen(page).views.getByRole("button", { name: "New tag" }).click();
    return page.getByRole("dialog").getByRole("textbox", { name: "Name" });
  },
  composer: async (page) => screen(page).composer,
  "a conversation's title": async (page) => {
    await page.goto("/today");
    await screen(page)
      .views.getByRole("button", { name: /^More for/ })
      .focus();
    await page.keyboard.press("Enter");
    await page.getByRole("menuitem", { name: "Rename" }).click();
    return page.getByRole("textbox", { name: "Conversation title" });
  },
  "the name in settings": async (page) => {
    await page.goto("/settings");
    return page.getByRole("textbox", { name: "Name" });
  },
};

async function openPanel(page: Page) {
  // By key: a draft that comes back moves the rows down.
  await screen(page).row("Buy stamps").getByRole("link").press("Enter");
  await expect(page).toHaveURL(/task=/);
}

async function inPanel(page: Page, name: string | RegExp) {
  await openPanel(page);
  return screen(page).panel.getByRole("textbox", { name }).first();
}

/** Where one is, whatever is looked for there: a search goes on while one types. */
function placeOf(page: Page) {
  const url = new URL(page.url());
  url.searchParams.delete("q");
  return url.href;
}

const key = (key: string, init: KeyboardEventInit & { keyCode?: number } = {}) => ({ key, bubbles: true, ...init });

test("no key of an input method sends, discards or closes anything, in any field", async ({ page, user: _ }) => {
  test.setTimeout(180_000);
  await page.goto("/today");
  await jot(page, "Buy stamps today");
  await expect(screen(page).check("Buy stamps")).toBeEnabled();
  const { items } = await (await page.request.get("/api/v1/tasks?view=today")).json();
  await page.request.post("/api/v1/tasks", { data: { title: "At the post office", parentId: items[0].id } });
  await screen(page).composer.fill("What’s due today?");
  await screen(page).composer.press("Control+Enter");
  await expect(page.getByRole("article", { name: "Assistant" })).toBeVisible();

  const writes = writesOf(page);
  for (const [name, find] of Object.entries(fields)) {
    await test.step(name, async () => {
      await page.goto("/today");
      const field = await find(page);
      await field.focus();
      await page.keyboard.press("End");
      await page.keyboard.type("か");
      const layers = await page.getByRole("dialog").count();
      const address = placeOf(page);
      writes.clear();
      const typed = await field.inputValue();

      const client = await page.context().newCDPSession(page);
      await client.send("Input.imeSetComposition", { text: "にほん", selectionStart: 3, selectionEnd: 3 });
      for (const key of ["Enter", "Escape", "ArrowUp", "ArrowDown", "Tab"]) await page.keyboard.press(key);
      await field.evaluate(
        (box, events) => {
          for (const { type, ...init } of events)
            box.dispatchEvent(
              type === "keydown" ? new KeyboardEvent(type, init) : new CompositionEvent(type, { bubbles: true }),
            );
        },
        [
          { type: "keydown", ...key("Enter", { keyCode: 229 }) },
          { type: "keydown", ...key("Escape", { isComposing: true }) },
          { type: "keydown", ...key("Escape", { keyCode: 229 }) },
          // As Safari tells it: the composition is over, and then comes the Enter that ended it.
          { type: "compositionend" },
          { type: "keydown", ...key("Enter", { keyCode: 229 }) },
        ],
      );

      expect(await writes.settled(), name).toEqual([]);
      await expect(field, name).toBeFocused();
      expect(await field.inputValue(), name).toContain(typed);
      expect(placeOf(page), name).toBe(address);
      expect(await page.getByRole("dialog").count(), name).toBe(layers);
    });
  }
});

test("a word that is composed is seen while it is, and Enter adds it when it is done", async ({ page, user: _ }) => {
  await page.goto("/today");
  const { quickAdd, row } = screen(page);
  await quickAdd.focus();
  const client = await page.context().newCDPSession(page);
  await client.send("Input.imeSetComposition", { text: "にほん", selectionStart: 3, selectionEnd: 3 });
  await expect(quickAdd).toHaveValue("にほん");
  await expect(quickAdd).not.toHaveCSS("color", "rgba(0, 0, 0, 0)");
  await client.send("Input.insertText", { text: "日本" });
  await page.keyboard.press("Enter");
  await expect(row("日本")).toBeVisible();
});
