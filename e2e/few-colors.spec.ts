import type { Locator, Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";
import { screen } from "@/e2e/screen";
import { furnish } from "@/e2e/states";

/** Whether a line is drawn around it, which forced colours leave. */
const isOutlined = (locator: Locator) =>
  expect
    .poll(
      () =>
        locator.evaluate((element) => {
          const { outlineStyle, outlineWidth } = getComputedStyle(element);
          return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
        }),
      `${locator} has a line around it`,
    )
    .toBe(true);

async function meanings(page: Page, task: string) {
  const { row, views } = screen(page);
  await page.goto("/today");
  await expect(row("Call mum").getByText("high priority")).toBeVisible();
  await expect(row("Late").getByText("low priority")).toBeVisible();
  await expect(row("Late").getByText("Late:")).toBeInViewport();

  const glyph = (title: string) => row(title).getByRole("checkbox").locator("svg");
  await expect(glyph("Call mum")).toHaveCSS("opacity", "0");
  await expect(views.getByRole("link", { name: /^Today/ })).toHaveAttribute("aria-current", "page");
  await page.goto(`/today?task=${task}`);
  await expect(screen(page).panel).toBeVisible();
}

test("with forced colours, nothing is told by a colour alone", async ({ page, user: _ }) => {
  const { task } = await furnish(page);
  await page.emulateMedia({ forcedColors: "active" });
  await meanings(page, task);
  const { panel, row, views } = screen(page);
  await isOutlined(views.getByRole("link", { name: /^Today/ }));
  await isOutlined(row("Call mum"));

  const dot = views.locator(".tag-color").first();
  await expect(dot).toHaveCSS("forced-color-adjust", "none");
  await expect(dot.locator("circle")).toHaveCSS("fill", /rgb|lab|lch|color\(/);
  await expect(dot.locator("circle")).not.toHaveCSS("fill", "rgb(0, 0, 0)");

  await panel.getByRole("button", { name: /^Due: / }).press("Enter");
  await isOutlined(page.getByRole("dialog").locator("[aria-pressed=true]"));
  await page.keyboard.press("Escape");
  await panel.getByRole("button", { name: /^Priority: / }).press("Enter");
  await isOutlined(page.locator("[role=menuitemradio][data-highlighted]"));
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");

  // A focus is a line, even where a shadow shows it otherwise.
  await screen(page).quickAdd.focus();
  await isOutlined(screen(page).quickAdd);
  await row("Late").getByRole("checkbox").press("Enter");
  await expect(row("Late").getByRole("checkbox").locator("svg")).toHaveCSS("opacity", "1");

  await page.goto("/settings");
  await isOutlined(page.locator("label:has(input[name=theme]:checked)"));
});

test("with more contrast asked for, words stand beside colours, and lines are stronger", async ({ page, user: _ }) => {
  const { task } = await furnish(page);
  const line = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--line"));
  await page.goto("/today");
  const before = await line();
  await page.emulateMedia({ contrast: "more" });
  expect(await line()).not.toBe(before);
  await meanings(page, task);
});
