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
