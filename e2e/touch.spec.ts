import { expect, test } from "@/e2e/fixtures";
import { screen } from "@/e2e/screen";
import { furnish } from "@/e2e/states";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test("Enter breaks the line in the composer and in a description, and the button sends", async ({ page, user: _ }) => {
  await page.goto("/chat");
  const { composer, talk } = screen(page);
  await composer.fill("add buy stamps");
  await composer.press("Enter");
  await page.keyboard.type("and call the bank");
  await expect(composer).toHaveValue("add buy stamps\nand call the bank");
  await expect(talk).toHaveCount(0);
  await page.getByRole("button", { name: "Send" }).tap();
  await expect(talk.getByRole("article", { name: "You" })).toContainText("and call the bank");
  // A keyboard that is attached has Ctrl or ⌘.
  await page.getByRole("button", { name: "Stop" }).waitFor({ state: "hidden" });
  await composer.fill("what is due today?");
  await composer.press("Control+Enter");
  await expect(composer).toHaveValue("");

  const { task } = await furnish(page);
  await page.goto(`/today?task=${task}`);
  const description = page.getByRole("textbox", { name: "Description" });
  await description.fill("One");
  await description.press("Enter");
  await page.keyboard.type("two");
  await expect(description).toHaveValue("One\ntwo");
});

test("a row's actions and a tag's menu need no pointer that hovers", async ({ page, user: _ }) => {
  await furnish(page);
  await page.goto("/today");
  await page.getByRole("navigation", { name: "Tabs" }).getByRole("button", { name: "More" }).tap();
  const menu = page.getByRole("dialog", { name: "Menu" });
  for (const name of [/^Options for family/, /^More for/]) {
    const button = menu.getByRole("button", { name }).first();
    await expect(button).toBeVisible();
    await expect(button.locator("..")).toHaveCSS("opacity", "1");
  }
});

test("the keyboard on the screen covers neither the composer nor the sheet's field", async ({ page, user: _ }) => {
  await page.goto("/chat");
  const { composer } = screen(page);
  const tabs = page.getByRole("navigation", { name: "Tabs" });
  await composer.tap();
  await page.setViewportSize({ width: 390, height: 480 });
  await expect(tabs).toBeHidden();
  await expect(composer).toBeInViewport({ ratio: 1 });
  const box = await page.getByRole("button", { name: "Send" }).boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThan(420);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(tabs).toBeVisible();

  await page.goto("/upcoming");
  await tabs.getByRole("button", { name: "Add a task" }).tap();
  await page.setViewportSize({ width: 390, height: 480 });
  await expect(page.getByRole("dialog", { name: "Add a task" }).getByRole("combobox")).toBeInViewport({ ratio: 1 });
  const { description } = await page.evaluate(() => ({
    description: document.querySelector("meta[name=viewport]")?.getAttribute("content") ?? "",
  }));
  expect(description).toContain("interactive-widget=resizes-content");
  expect(description).toContain("viewport-fit=cover");
  expect(description).not.toMatch(/maximum-scale|user-scalable/);
});
