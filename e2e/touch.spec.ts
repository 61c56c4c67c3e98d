import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";
import { screen } from "@/e2e/screen";
import { furnish, phoneStates, states } from "@/e2e/states";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

/** What is too small for a finger, or for the eye of a phone that zooms into small fields. A link within a sentence may be. */
async function small(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const pressed =
      "button, [role=checkbox], [role=radio], [role^=menuitem], [role=option], input, textarea, select, nav a, main a";
    const found: string[] = [];
    for (const one of document.querySelectorAll<HTMLElement>(pressed)) {
      if (!one.checkVisibility({ visibilityProperty: true }) || one.closest("[aria-hidden=true], [inert], .sr-only"))
        continue;
      if (one.matches(".sr-only, [type=hidden], [data-base-ui-focus-guard], p a, p button, [role=log] p *")) continue;
      const { width, height } = one.getBoundingClientRect();
      if (width < 2 || height < 2) continue;
      const name = `${one.outerHTML.slice(0, 150)} is ${Math.round(width)} × ${Math.round(height)}`;
      if (Math.min(height, one.matches("a") ? 44 : width) < 43.5) found.push(name);
      if (one.matches("input, textarea, select") && Number.parseFloat(getComputedStyle(one).fontSize) < 16)
        found.push(`${name}, with letters below 16 px`);
    }
    return found;
  });
}

test("all that is pressed is as large as a finger, and no field makes the page zoom in", async ({ page, user: _ }) => {
  test.setTimeout(600_000);
  const ids = await furnish(page);
  for (const [state, open] of Object.entries({ ...states, ...phoneStates })) {
    await test.step(state, async () => {
      await open(page, ids);
      await page.waitForLoadState("networkidle");
      expect.soft(await small(page), state).toEqual([]);
    });
  }
});

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
