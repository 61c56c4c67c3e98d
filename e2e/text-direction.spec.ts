import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";
import { jot, pressKey, say, screen } from "@/e2e/screen";

const title = 'שלח דוא"ל ל-Anna (2).';
const tag = "בית";

/** Every text on the page that begins with one of these words, and the direction that it runs in. */
async function leftToRight(page: Page): Promise<string[]> {
  return page.evaluate(
    (words) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      while (walker.nextNode()) {
        const { parentElement: parent, textContent } = walker.currentNode;
        if (!parent || parent.closest("script, style, title, option, [hidden]")) continue;
        const isTheirs = words.some((word) => textContent?.trim().startsWith(word));
        if (isTheirs && getComputedStyle(parent).direction !== "rtl") found.push(parent.outerHTML.slice(0, 200));
      }
      for (const field of document.querySelectorAll<HTMLInputElement>("input:not([aria-hidden=true]), textarea"))
        if (words.some((word) => field.value.startsWith(word)) && getComputedStyle(field).direction !== "rtl")
          found.push(field.outerHTML.slice(0, 200));
      return found;
    },
    [title.slice(0, 10), tag],
  );
}

test("what is written from right to left runs so on every page, and our sentences keep their own direction", async ({
  page,
  user: _,
}) => {
  test.slow();
  const expectRight = async (place: string) => expect(await leftToRight(page), place).toEqual([]);
  const { row, notice, quickAdd, panel, talk, views } = screen(page);
  await page.goto("/today");
  await quickAdd.fill(`${title} #${tag}`);
  await expectRight("quick add");
  await expect(quickAdd).toHaveCSS("direction", "rtl");
  await quickAdd.press("Enter");
  await expect(row(title).getByRole("checkbox")).toBeEnabled();
  await expectRight("/today");

  const { items } = await (await page.request.get("/api/v1/tasks?view=today")).json();
  await page.request.post("/api/v1/tasks", { data: { title, parentId: items[0].id } });
  await page.request.patch(`/api/v1/tasks/${items[0].id}`, { data: { description: title } });
  await say(page, `add ${title}`);
  await expect(talk).toContainText("דוא");
  await say(page, `delete ${title}`);
  await expectRight("the assistant");
  const { items: chats } = await (await page.request.get("/api/v1/conversations")).json();
  await page.request.patch(`/api/v1/conversations/${chats[0].id}`, { data: { title } });

  await page.goto(`/today?task=${items[0].id}`);
  await expect(panel.getByRole("textbox", { name: "Description" })).toHaveCSS("text-align", /start|right/);
  await expectRight("the open task");
  const tags = items[0].tags as Array<{ id: string }>;
  for (const path of [
    "/tasks",
    "/conversations?q=%D7%A9%D7%9C%D7%97",
    `/tags/${tags[0]?.id}`,
    `/search?q=${encodeURIComponent("שלח")}`,
    `/chat/${chats[0].id}`,
  ]) {
    await page.goto(path);
    await expect(page.getByRole("main")).toContainText(path.includes("/tags/") ? tag : "שלח");
    await expectRight(path);
  }

  await page.goto("/today");
  const palette = page.getByRole("combobox", { name: "Search or jump to" });
  await pressKey(page, "Control+k", palette);
  await palette.fill("שלח");
  await expect(page.getByRole("option").filter({ hasText: "שלח" }).first()).toBeVisible();
  await expectRight("the palette");
  await page.keyboard.press("Escape");
  await views.getByRole("button", { name: `Options for ${tag}` }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem").first().click();
  await expect(page.getByRole("dialog").getByRole("textbox", { name: "Name" })).toHaveValue(tag);
  await expectRight("a tag's dialog");
  await page.keyboard.press("Escape");

  await row(title).getByRole("button", { name: "Delete" }).focus();
  await page.keyboard.press("Enter");
  await expect(notice).toContainText("שלח");
  await expectRight("a notice");
  // The sentence goes on to the right of the name.
  const [name, rest] = await notice.evaluate((region) => {
    const at = (node: Node | null) => {
      const range = document.createRange();
      if (node) range.selectNodeContents(node);
      return range.getBoundingClientRect();
    };
    const name = region.querySelector("bdi");
    return [at(name), at(name?.previousSibling ?? null)].map(({ left, right }) => ({ left, right }));
  });
  expect(name?.left).toBeGreaterThanOrEqual((rest?.right ?? 0) - 1);
  await page.goto("/trash");
  await expect(page.getByRole("main")).toContainText("שלח");
  await expectRight("/trash");
});

test("what was written from left to right is as before", async ({ page, user: _ }) => {
  await page.goto("/today");
  await jot(page, "Call mum today");
  await expect(screen(page).row("Call mum").getByRole("link")).toHaveCSS("direction", "ltr");
});
