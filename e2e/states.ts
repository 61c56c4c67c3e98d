import { expect, type Locator, type Page } from "@playwright/test";
import { pressKey, say, screen } from "@/e2e/screen";

/** What the states of a page need to be there: two tasks, one of them with all that a task can have, and a conversation. */
export async function furnish(page: Page): Promise<{ task: string; tag: string; chat: string }> {
  const http = page.request;
  const post = async (data: object) => (await http.post("/api/v1/tasks", { data })).json();
  const made = await http.post("/api/v1/quick-add", { data: { text: "Call mum today 5pm every week #family !high" } });
  const task = await made.json();
  await http.patch(`/api/v1/tasks/${task.id}`, { data: { description: "About the garden,\nand the summer." } });
  await post({ title: "Ask for the recipe", parentId: task.id });
  await post({ title: "Late", dueDate: "2020-01-01", priority: "low" });
  await post({ title: "Some day" });
  const gone = await post({ title: "Never mind" });
  await http.delete(`/api/v1/tasks/${gone.id}`);
  const done = await post({ title: "Done with it" });
  await http.put(`/api/v1/tasks/${done.id}/completion`);
  await page.goto("/chat");
  await say(page, "add buy stamps");
  await say(page, "what is due today?");
  await say(page, "delete buy stamps");
  const { items } = await (await http.get("/api/v1/conversations")).json();
  return { task: task.id, tag: task.tags[0].id, chat: items[0].id };
}

type State = (page: Page, ids: Awaited<ReturnType<typeof furnish>>) => Promise<void>;

/** Presses a button until what it opens is there: a page that is still loading may hear nothing. */
async function press(button: Locator, opened: Locator) {
  await expect(async () => {
    if (!(await opened.isVisible())) await button.first().press("Enter", { timeout: 5_000 });
    await opened.waitFor({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
}

const row = (page: Page) => screen(page).row("Call mum");

/** States that a page has besides the one that it comes in, and the way to each by key: the same on a desk and on a phone. */
export const states: Record<string, State> = {
  "a task": async (page, { task }) => void (await page.goto(`/today?task=${task}`)),
  "a task's due": async (page, { task }) => {
    await page.goto(`/today?task=${task}`);
    await press(page.getByRole("button", { name: "Due: Today" }), page.getByRole("textbox", { name: "Type a date" }));
  },
  "a task's repeat": async (page, { task }) => {
    await page.goto(`/today?task=${task}`);
    await press(page.getByRole("button", { name: /^Repeat: / }), page.getByRole("textbox", { name: "Type how often" }));
  },
  "a task's priority": async (page, { task }) => {
    await page.goto(`/today?task=${task}`);
    await press(page.getByRole("button", { name: "Priority: High" }), page.getByRole("menu"));
  },
  "a task's tags": async (page, { task }) => {
    await page.goto(`/today?task=${task}`);
    await page.getByRole("combobox", { name: "Tags" }).pressSequentially("f");
    await page.getByRole("option").first().waitFor();
  },
  "a tag while it is written": async (page) => {
    await page.goto("/today");
    await screen(page).quickAdd.pressSequentially("Call #fa");
    await page.getByRole("option").waitFor();
  },
  "a line that is understood": async (page) => {
    await page.goto("/today");
    await screen(page).quickAdd.fill("Call mum tomorrow 5pm #family !high");
  },
  "a list that is pasted": async (page) => {
    await page.goto("/today");
    await screen(page).quickAdd.evaluate((field) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", "Milk\nOats\n  Rye bread #family");
      field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    });
    await page.getByRole("dialog").waitFor();
  },
  "a notice": async (page) => {
    await page.goto("/tasks");
    await screen(page).row("Some day").getByRole("link").focus();
    await page.keyboard.press("Delete");
    await screen(page).notice.getByRole("button", { name: "Undo" }).waitFor();
  },
  "view options": async (page) => {
    await page.goto("/tasks");
    await press(page.getByRole("button", { name: "View options" }), page.getByRole("menu"));
  },
  "the order of a list": async (page) => {
    await page.goto("/tasks?sort=manual");
    await press(page.getByRole("button", { name: /^Sorted:/ }), page.getByRole("menu"));
  },
  "a row's move": async (page) => {
    await page.goto("/tasks?sort=manual");
    await press(row(page).getByRole("button", { name: "Move Call mum" }), page.getByRole("menu"));
  },
  "the keys": async (page) => {
    await page.goto("/today");
    await pressKey(page, "?", page.getByRole("dialog", { name: "Keyboard shortcuts" }));
  },
  "the palette": async (page) => {
    await page.goto("/today");
    const field = page.getByRole("combobox", { name: "Search or jump to" });
    await pressKey(page, "Control+k", field);
    await field.fill("call");
    await page.getByRole("option", { name: "Call mum" }).waitFor();
  },
  "the palette without a match": async (page) => {
    await page.goto("/settings");
    const field = page.getByRole("combobox", { name: "Search or jump to" });
    await pressKey(page, "/", field);
    await field.fill("xyzzy");
  },
  "adding from anywhere": async (page) => {
    await page.goto("/settings");
    await pressKey(page, "q", page.getByRole("dialog", { name: "Add a task" }));
  },
  "the assistant's answers": async (page, { chat }) => {
    await page.goto(`/chat/${chat}`);
    await page.getByRole("article", { name: "Assistant" }).last().waitFor();
  },
  "a conversation's menu": async (page, { chat }) => {
    await page.goto(`/chat/${chat}`);
    await press(page.getByRole("main").getByRole("button", { name: "More", exact: true }), page.getByRole("menu"));
  },
  "who answers": async (page) => {
    await page.goto("/chat");
    await press(
      page.getByRole("button", { name: "Built-in assistant" }),
      page.getByRole("dialog", { name: "About the assistant" }),
    );
  },
  "a form with a fault": async (page) => {
    await page.goto("/settings");
    await page.getByRole("textbox", { name: "Name" }).fill("");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").first().waitFor();
  },
  "leaving for good": async (page) => {
    await page.goto("/settings");
    await press(page.getByRole("button", { name: /^Delete account/ }), page.getByRole("dialog"));
  },
  "a tag that is not there": async (page) => void (await page.goto("/tags/019afa00-0000-7000-8000-000000000000")),
  "a task that is not there": async (page) =>
    void (await page.goto("/today?task=019afa00-0000-7000-8000-000000000000")),
  "a conversation that is not there": async (page) =>
    void (await page.goto("/chat/019afa00-0000-7000-8000-000000000000")),
  "nothing found": async (page) => void (await page.goto("/search?q=xyzzy")),
};

/** States that are there only where the sidebar is, or only on a phone. */
export const desktopStates: Record<string, State> = {
  "a row under the focus": async (page) => {
    await page.goto("/today");
    await row(page).getByRole("link").focus();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Tab");
  },
  "a row's due": async (page) => {
    await page.goto("/today");
    await row(page).getByRole("link").focus();
    await pressKey(page, "d", page.getByRole("textbox", { name: "Type a date" }));
  },
  "a tag's menu": async (page) => {
    await page.goto("/today");
    await press(page.getByRole("button", { name: "Options for family" }), page.getByRole("menu"));
  },
  "a tag's name": async (page) => {
    await page.goto("/today");
    await press(page.getByRole("button", { name: "New tag" }), page.getByRole("dialog", { name: "New tag" }));
  },
  "the dock's conversations": async (page) => {
    await page.goto("/today");
    await press(page.locator("#dock").getByRole("button").first(), page.getByRole("menu"));
  },
};

export const phoneStates: Record<string, State> = {
  "the menu": async (page) => {
    await page.goto("/today");
    await press(
      page.getByRole("navigation", { name: "Tabs" }).getByRole("button", { name: "More" }),
      page.getByRole("dialog", { name: "Menu" }),
    );
  },
};
