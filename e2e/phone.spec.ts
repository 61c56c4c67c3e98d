import { day } from "@/e2e/days";
import { expect, test } from "@/e2e/fixtures";
import { plainPages } from "@/e2e/pages";
import { say, screen } from "@/e2e/screen";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

test("on a phone a task is added from the middle tab, checked off, and the assistant is one tab away", async ({
  page,
  user: _,
}) => {
  await page.goto("/today");
  const tabs = page.getByRole("navigation", { name: "Tabs" });
  await tabs.getByRole("button", { name: "Add a task" }).click();
  const field = page.getByRole("combobox", { name: "Add a task" }).last();
  await field.fill("Pick up the parcel");
  await field.press("Enter");
  await page.keyboard.press("Escape");
  await expect(screen(page).check("Pick up the parcel")).toBeEnabled();

  await tabs.getByRole("link", { name: "Assistant" }).click();
  await say(page, "complete pick up the parcel");
  await tabs.getByRole("link", { name: "Today" }).click();
  await expect(screen(page).check("Pick up the parcel")).toHaveCount(0);
  for (const path of plainPages) {
    await page.goto(path);
    await expect(page.getByRole("main")).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `${path} is wider than the phone`).toBeLessThanOrEqual(0);
  }
});

test("the assistant's tab goes on with the last conversation, as long as that is there", async ({ page, user: _ }) => {
  const { talk } = screen(page);
  await page.goto("/chat");
  const tabs = page.getByRole("navigation", { name: "Tabs" });
  await say(page, "add buy oat milk");
  await expect(page).toHaveURL(/\/chat\/.+/);
  await tabs.getByRole("link", { name: "Today" }).click();
  await expect(page.getByRole("heading", { name: "Today", level: 1 })).toBeVisible();
  await tabs.getByRole("link", { name: "Assistant" }).click();
  await expect(talk).toContainText("add buy oat milk");

  const id = new URL(page.url()).pathname.split("/").at(-1);
  await tabs.getByRole("link", { name: "Today" }).click();
  await expect(page.getByRole("heading", { name: "Today", level: 1 })).toBeVisible();
  expect((await page.request.delete(`/api/v1/conversations/${id}`)).ok()).toBe(true);
  await tabs.getByRole("link", { name: "Assistant" }).click();
  await expect(page.getByRole("heading", { name: "Conversation not found" })).toBeVisible();
  await tabs.getByRole("link", { name: "Today" }).click();
  await expect(page.getByRole("heading", { name: "Today", level: 1 })).toBeVisible();
  await tabs.getByRole("link", { name: "Assistant" }).click();
  await expect(page.getByRole("heading", { name: "New chat" })).toBeVisible();
});

test("the sheet to add from has buttons for date, priority and tags, and says what was understood", async ({
  page,
  user: _,
}) => {
  await page.request.post("/api/v1/tags", { data: { name: "family" } });
  await page.goto("/today");
  await page.getByRole("navigation", { name: "Tabs" }).getByRole("button", { name: "Add a task" }).click();
  const sheet = page.getByRole("dialog", { name: "Add a task" });
  const field = sheet.getByRole("combobox");
  await field.fill("Call mum");
  await sheet.getByRole("button", { name: /^Priority/ }).click();
  await page.getByRole("menuitemradio", { name: "High" }).click();
  await sheet.getByRole("button", { name: "Tag", exact: true }).click();
  await page.getByRole("menuitem", { name: "family" }).click();
  await sheet.getByRole("button", { name: /^Due/ }).click();
  await page
    .getByRole("dialog", { name: "Due", exact: true })
    .getByRole("button", { name: /^Tomorrow/ })
    .click();
  await expect(field).toHaveValue("Call mum !high #family tomorrow");
  await expect(sheet.getByRole("button", { name: /^Due/ })).toHaveText(/\w{3} \d{1,2} \w{3}/);
  await expect(sheet.getByRole("button", { name: "Priority: High" })).toBeVisible();
  await expect(sheet.getByRole("button", { name: "Tags: family" })).toBeVisible();
  await field.press("Enter");
  await expect(field).toHaveValue("");
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);
  await page.goto("/upcoming");
  await expect(screen(page).row("Call mum")).toContainText("family");
});

test("on every page one tab is marked, no keys are hinted at, and Back finds a list where it was left", async ({
  page,
  user: _,
}) => {
  const tabs = page.getByRole("navigation", { name: "Tabs" });
  for (let at = 0; at < 30; at++) {
    const dueDate = day();
    await page.request.post("/api/v1/tasks", { data: { title: `Task ${at}`, dueDate, tags: ["home"] } });
  }
  const { items } = await (await page.request.get("/api/v1/tags")).json();
  const places = { "/today": "Today", "/upcoming": "Upcoming", "/chat": "Assistant" };
  for (const path of [...plainPages, `/tags/${items[0].id}`]) {
    await page.goto(path);
    const marked = tabs.locator("[aria-current]");
    await expect(marked).toHaveText(places[path as keyof typeof places] ?? "More");
    await expect(page.locator("kbd").filter({ visible: true })).toHaveCount(0);
  }
  await tabs.getByRole("button", { name: "More" }).click();
  const menu = page.getByRole("dialog", { name: "Menu" });
  await expect(menu.getByRole("link", { name: /^No date/ })).toBeVisible();
  await expect(page.locator("kbd").filter({ visible: true })).toHaveCount(0);
  await menu.getByRole("link", { name: /^Today/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();

  const row = screen(page).row("Task 25");
  await row.scrollIntoViewIfNeeded();
  const before = (await row.boundingBox())?.y;
  await tabs.getByRole("link", { name: "Upcoming" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Upcoming" })).toBeVisible();
  await page.goBack();
  await expect(row).toBeVisible();
  await expect.poll(async () => (await row.boundingBox())?.y).toBe(before);
});

test("a notice keeps clear of the page's name, the tabs and the sheet", async ({ page, user: _ }) => {
  const { check, row, notice } = screen(page);
  const tabs = page.getByRole("navigation", { name: "Tabs" });
  await page.goto("/tasks");
  await tabs.getByRole("button", { name: "Add a task" }).click();
  const sheet = page.getByRole("dialog", { name: "Add a task" });
  await sheet.getByRole("combobox").fill("Pack for Rome");
  await sheet.getByRole("combobox").press("Enter");
  await page.keyboard.press("Escape");
  await expect(check("Pack for Rome")).toBeEnabled();
  await page.goto("/tasks");
  await row("Pack for Rome").getByRole("link").click();
  const task = page.getByRole("dialog", { name: "Task", exact: true });
  await task.getByRole("button", { name: "Delete", exact: true }).click();
  const told = notice.getByText("Pack for Rome");
  await expect(told).toBeVisible();
  await expect(task).toHaveCount(0);
  const box = await told.boundingBox();
  for (const other of [tabs, page.getByRole("heading", { level: 1 })]) {
    const beside = await other.boundingBox();
    if (!box || !beside) throw new Error("Both are in sight.");
    expect(box.y + box.height <= beside.y || beside.y + beside.height <= box.y).toBe(true);
  }
});

test("a notice keeps clear of the sheet that is open", async ({ page, user: _ }) => {
  const { notice } = screen(page);
  await page.request.post("/api/v1/tasks", { data: { title: "Buy stamps", dueDate: day() } });
  await page.goto("/today");
  await page.getByRole("navigation", { name: "Tabs" }).getByRole("button", { name: "Add a task" }).click();
  const sheet = page.getByRole("dialog", { name: "Add a task" });
  await sheet.getByRole("combobox").fill("Pack for Rome tomorrow");
  await sheet.getByRole("combobox").press("Enter");
  await expectClear();
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Buy stamps" }).click();
  await expect(page.getByRole("dialog", { name: "Task", exact: true })).toBeVisible();
  await expectClear();

  async function expectClear() {
    const sheet = page.locator("[data-foot][data-open]");
    const told = notice.getByText("Added “Pack for Rome”");
    const overlap = async () => {
      const [above, below] = await Promise.all([told.boundingBox(), sheet.boundingBox()]);
      return above && below ? Math.min(above.y + above.height - below.y, below.y + below.height - above.y) : undefined;
    };
    await expect.poll(overlap).toBeLessThanOrEqual(0);
  }
});
