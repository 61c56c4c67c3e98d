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
    const sheet = page.locator("[data-foot]");
    const told = notice.getByText("Added “Pack for Rome”");
    const overlap = async () => {
      const [above, below] = await Promise.all([told.boundingBox(), sheet.boundingBox()]);
      return above && below ? Math.min(above.y + above.height - below.y, below.y + below.height - above.y) : undefined;
    };
    await expect.poll(overlap).toBeLessThanOrEqual(0);
  }
});
