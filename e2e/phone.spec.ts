import { expect, test } from "@/e2e/fixtures";
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
  for (const path of ["/today", "/upcoming", "/tasks", "/settings", "/chat", "/trash", "/completed"]) {
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
  await expect(page.getByText("There is no such conversation.")).toBeVisible();
  await tabs.getByRole("link", { name: "Today" }).click();
  await expect(page.getByRole("heading", { name: "Today", level: 1 })).toBeVisible();
  await tabs.getByRole("link", { name: "Assistant" }).click();
  await expect(page.getByRole("heading", { name: "New chat" })).toBeVisible();
});

test("a notice keeps clear of the sheet that is open", async ({ page, user: _ }) => {
  const { check, notice } = screen(page);
  await page.goto("/tasks");
  await page.getByRole("navigation", { name: "Tabs" }).getByRole("button", { name: "Add a task" }).click();
  const sheet = page.getByRole("dialog", { name: "Add a task" });
  await sheet.getByRole("combobox").fill("Pack for Rome");
  await sheet.getByRole("combobox").press("Enter");
  await expectClear();
  await page.keyboard.press("Escape");
  await expect(check("Pack for Rome")).toBeEnabled();
  await page.getByRole("link", { name: "Pack for Rome" }).click();
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
