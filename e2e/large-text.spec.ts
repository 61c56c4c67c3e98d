import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";
import { faults, overlaps, paths, resize } from "@/e2e/layout";
import { furnish } from "@/e2e/states";

/** The page's policy allows no style element. */
const style = (page: Page, rules: string) =>
  page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets.push(sheet);
  }, rules);

/** Each page is loaded once, and then given the other sizes; in the long tests it is loaded in each. */
const layouts = [
  { name: "letters of 200 % on a desk", viewport: { width: 1440, height: 900 }, letters: "200%" },
  { name: "letters of 200 % on a phone", viewport: { width: 390, height: 844 }, letters: "200%" },
  { name: "a window of 320 px", viewport: { width: 320, height: 640 }, letters: "100%" },
];

test("with letters of 200 %, and in a window of 320 px, nothing overlaps, is cut off, or scrolls in two directions", async ({
  page,
  user: _,
}) => {
  test.slow();
  const { task, chat } = await furnish(page);
  await page.addInitScript(() => {
    addEventListener("DOMContentLoaded", () => {
      document.documentElement.style.fontSize = sessionStorage.getItem("letters") ?? "";
    });
  });
  const setLetters = (letters: string) =>
    page.evaluate((letters) => {
      sessionStorage.setItem("letters", letters);
      document.documentElement.style.fontSize = letters;
    }, letters);
  for (const path of [...paths, `/today?task=${task}`, `/chat/${chat}`]) {
    for (const [at, { name, viewport, letters }] of layouts.entries()) {
      await setLetters(letters);
      await resize(page, viewport);
      if (at === 0 || process.env.TANDEM_LONG) {
        await page.goto(path);
        await page.waitForLoadState("networkidle"); // the public pages lead on to Today
      }
      expect.soft(await faults(page), `${path} with ${name}`).toEqual([]);
      expect.soft(await overlaps(page), `${path} with ${name}`).toEqual([]);
    }
  }
  for (const { name, viewport, letters } of layouts) {
    await setLetters(letters);
    await resize(page, viewport);
    // The last row of a list comes out from under the tabs.
    await page.goto("/tasks");
    const last = page.getByRole("main").getByRole("listitem").last();
    await last.getByRole("link").focus();
    await last.scrollIntoViewIfNeeded();
    expect(await overlaps(page), name).toEqual([]);
  }
});

test("letters, rows and gaps grow with the browser's letters", async ({ page, user: _ }) => {
  await furnish(page);
  await page.goto("/tasks");
  const sizes = () =>
    page.evaluate(() => {
      const row = document.querySelector("[data-row]");
      const title = row?.querySelector("[data-title]");
      const icon = document.querySelector("main [aria-label='View options'] .lucide");
      return [row?.clientHeight, title && Number.parseFloat(getComputedStyle(title).fontSize), icon?.clientWidth].map(
        Number,
      );
    });
  await expect(page.getByRole("button", { name: "View options" })).toBeVisible();
  const before = await sizes();
  await style(page, "html { font-size: 200% }");
  for (const [at, size] of (await sizes()).entries()) expect(size).toBeGreaterThanOrEqual((before[at] ?? 0) * 1.9);
});

test("a long note is as high as its words in a browser without field-sizing", async ({ page, user: _ }) => {
  const { task } = await furnish(page);
  const lines = Array.from({ length: 30 }, (_, n) => `Line ${n + 1} of the note`).join("\n");
  await page.request.patch(`/api/v1/tasks/${task}`, { data: { description: lines } });
  await page.goto(`/today?task=${task}`);
  await style(page, "textarea { field-sizing: fixed !important }");
  const fits = (name: string) =>
    page.getByRole("textbox", { name }).evaluate((box) => box.clientHeight >= box.scrollHeight && box.clientHeight);
  expect(await fits("Description")).toBeGreaterThan(30 * 18);
  await page.getByRole("textbox", { name: "Description" }).press("Control+End");
  await page.keyboard.type("\nand one more");
  expect(await fits("Description")).toBeGreaterThan(31 * 18);
  await page.getByRole("textbox", { name: "Message the assistant" }).fill("One\ntwo\nthree");
  expect(await fits("Message the assistant")).toBeGreaterThan(3 * 18);
});

test("on paper there are the rows and the words, and nothing to press", async ({ page, user: _ }) => {
  const { task, chat } = await furnish(page);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.goto("/tasks");
  const main = page.getByRole("main");
  await expect(main.getByText("Call mum")).toBeVisible();
  for (const hidden of [
    page.getByRole("navigation", { name: "Tandem" }),
    page.getByRole("complementary"),
    main.getByRole("combobox", { name: "Add a task" }),
    main.getByRole("button", { name: "View options" }),
  ])
    await expect(hidden).toBeHidden();
  await expect(page.locator("body")).toHaveCSS("color", "rgb(0, 0, 0)");
  const height = () => page.evaluate(() => [document.documentElement.scrollHeight, innerHeight]);
  for (let n = 0; n < 30; n++) await page.request.post("/api/v1/tasks", { data: { title: `Row ${n}` } });
  await page.reload();
  await expect(main.getByText("Row 29")).toBeVisible();
  const [all = 0, screen = 0] = await height();
  expect(all).toBeGreaterThan(screen);

  await page.goto(`/today?task=${task}`);
  const description = page.getByRole("textbox", { name: "Description" });
  await expect(description).toBeVisible();
  await expect(main.getByText("Late", { exact: true })).toBeHidden();
  await expect(page.getByRole("complementary")).toHaveCount(0);
  // A sheet of paper is as wide as a small tablet.
  await page.setViewportSize({ width: 794, height: 1123 });
  await expect(description).toBeVisible();
  await expect(main.getByText("Late", { exact: true })).toBeHidden();
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`/chat/${chat}`);
  await expect(main.getByText("what is due today?").first()).toBeVisible();
  await expect(main.getByRole("textbox", { name: "Message the assistant" })).toBeHidden();
});
