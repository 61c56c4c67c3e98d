import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";
import { jot, screen } from "@/e2e/screen";

test.beforeEach(async ({ page, user: _ }) => {
  await page.goto("/today");
  for (const line of ["Buy stamps today", "Call the bank today", "Water the ferns today"]) await jot(page, line);
  await expect(screen(page).check("Water the ferns")).toBeEnabled();
});

const title = (page: Page, name: string) => screen(page).row(name).getByRole("link");

test("letters act alone: with a modifier they are the browser's", async ({ page }) => {
  const { check, row } = screen(page);
  await title(page, "Buy stamps").focus();
  for (const chord of [
    "Alt+x",
    "Control+x",
    "Meta+x",
    "Shift+x",
    "Alt+d",
    "Control+d",
    "Alt+p",
    "Alt+Delete",
    "Shift+Delete",
  ])
    await page.keyboard.press(chord);
  await expect(row("Buy stamps")).toBeVisible();
  await expect(check("Buy stamps")).not.toBeChecked();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("menu")).toHaveCount(0);
  await page.keyboard.press("Control+Shift+k");
  await page.keyboard.press("Control+Alt+j");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("x");
  await expect(check("Buy stamps")).toBeChecked();
});

test("a key that is held acts once, and an arrow goes on", async ({ page }) => {
  const { row } = screen(page);
  const hold = async (key: string) => {
    for (let n = 0; n < 6; n++) await page.keyboard.down(key);
    await page.keyboard.up(key);
  };
  await title(page, "Buy stamps").focus();
  await hold("ArrowDown");
  await expect(title(page, "Water the ferns")).toBeFocused();
  await hold("Space");
  await expect(screen(page).check("Water the ferns")).toBeChecked();
  await expect(page.getByText("Reopened “Water the ferns”")).toHaveCount(0);
  await hold("Delete");
  await expect(row("Water the ferns")).toHaveCount(0);
  await expect(row("Buy stamps")).toBeVisible();
  await expect(row("Call the bank")).toBeVisible();

  // On a button, too: Enter deletes one row and does not open the next.
  await row("Call the bank").getByRole("button", { name: "Delete" }).focus();
  await hold("Enter");
  await expect(row("Call the bank")).toHaveCount(0);
  await expect(row("Buy stamps")).toBeVisible();
  await expect(screen(page).panel).toHaveCount(0);
});

/** A letter as a keyboard of another script types it: the character, and the key's place. */
const scripts: Record<string, Record<"x" | "j" | "n", string>> = {
  Russian: { x: "ч", j: "о", n: "т" },
  Greek: { x: "χ", j: "ξ", n: "ν" },
  Hebrew: { x: "ס", j: "ח", n: "מ" },
  Arabic: { x: "ء", j: "ت", n: "ى" },
  "Japanese kana": { x: "さ", j: "ま", n: "み" },
};

test("keyboards of other scripts have the same keys in the same places, and Latin ones theirs by letter", async ({
  page,
}) => {
  const { check, quickAdd } = screen(page);
  const press = (key: string, code: string) =>
    page.evaluate(
      ([key, code]) =>
        document.activeElement?.dispatchEvent(
          new KeyboardEvent("keydown", { key, code, bubbles: true, cancelable: true }),
        ),
      [key, code],
    );
  for (const [name, { x, j, n }] of Object.entries(scripts)) {
    await title(page, "Buy stamps").focus();
    await press(j, "KeyJ");
    await expect(title(page, "Call the bank"), name).toBeFocused();
    await press(x, "KeyX");
    await expect(check("Call the bank"), name).toBeChecked();
    await expect(check("Call the bank")).toBeEnabled();
    await press(x, "KeyX");
    await expect(check("Call the bank"), name).not.toBeChecked();
    await expect(check("Call the bank")).toBeEnabled();
    await press(n, "KeyN");
    await expect(quickAdd, name).toBeFocused();
  }
  // Dvorak has x where QWERTY has b, and AZERTY has q where it has a.
  await title(page, "Buy stamps").focus();
  await press("x", "KeyB");
  await expect(check("Buy stamps")).toBeChecked();
  await press("q", "KeyA");
  await expect(quickAdd).toBeFocused();
});

test("letters rest while a menu or a dialog is open, wherever the focus is", async ({ page }) => {
  const { check, row } = screen(page);
  await title(page, "Buy stamps").focus();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (const key of ["x", "Delete", "q", "g", "u"]) await page.keyboard.press(key);
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(check("Buy stamps")).not.toBeChecked();
  await expect(row("Buy stamps")).toBeVisible();
  await expect(page).toHaveURL(/today/);
});
