import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";
import { jot, screen, writesOf } from "@/e2e/screen";

const names = ["Buy stamps", "Call the bank", "Water the ferns"];

async function listed(page: Page) {
  await page.goto("/tasks?sort=manual");
  for (const name of names) await jot(page, name);
  for (const name of names) await expect(screen(page).check(name)).toBeEnabled();
}

const order = (page: Page) => page.getByRole("main").locator("[data-title]").allTextContents();

/** Where a row's middle is. */
async function middle(page: Page, name: string) {
  const box = await screen(page).row(name).boundingBox();
  if (!box) throw new Error(`${name} is not on the page.`);
  return { x: box.x + 120, y: box.y + box.height / 2 };
}

test.describe("by touch", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("a long press takes a row along, a short one scrolls, and the row's own menu moves it as well", async ({
    page,
    user: _,
  }) => {
    await listed(page);
    const writes = writesOf(page);
    const client = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", at?: { x: number; y: number }) =>
      client.send("Input.dispatchTouchEvent", { type, touchPoints: at ? [at] : [] });
    async function drag(name: string, onto: string, pause: number) {
      const [from, to] = [await middle(page, name), await middle(page, onto)];
      await touch("touchStart", from);
      await page.waitForTimeout(pause);
      for (let step = 1; step <= 8; step++)
        await touch("touchMove", { x: from.x, y: from.y + ((to.y + 12 - from.y) * step) / 8 });
      await page.waitForTimeout(100);
      await touch("touchEnd");
    }
    await drag("Buy stamps", "Water the ferns", 0);
    expect(await writes.settled()).toEqual([]);
    expect(await order(page)).toEqual(names);
    await drag("Buy stamps", "Water the ferns", 500);
    await expect.poll(() => order(page)).toEqual(["Call the bank", "Water the ferns", "Buy stamps"]);
    await expect(page.getByText("Moved “Buy stamps” to place 3 of 3")).toBeAttached();
    await expect(screen(page).panel).toHaveCount(0);

    await screen(page).row("Buy stamps").getByRole("button", { name: "Move Buy stamps" }).tap();
    await page.getByRole("menuitem", { name: "Move up" }).tap();
    await expect.poll(() => order(page)).toEqual(["Call the bank", "Buy stamps", "Water the ferns"]);
    await screen(page).row("Buy stamps").getByRole("button", { name: "Move Buy stamps" }).tap();
    await page.getByRole("menuitem", { name: "Move to the top" }).tap();
    await expect.poll(() => order(page)).toEqual(names);
    await page.reload();
    await expect.poll(() => order(page)).toEqual(names);
  });
});

test("the mouse drags a row, and Escape lets it go where it was", async ({ page, user: _ }) => {
  await listed(page);
  const writes = writesOf(page);
  const [from, to] = [await middle(page, "Water the ferns"), await middle(page, "Buy stamps")];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y - 12, { steps: 8 });
  await page.keyboard.press("Escape");
  await page.mouse.up();
  expect(await writes.settled()).toEqual([]);
  expect(await order(page)).toEqual(names);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y - 12, { steps: 8 });
  await page.mouse.up();
  await expect.poll(() => order(page)).toEqual(["Water the ferns", "Buy stamps", "Call the bank"]);
  await expect(screen(page).panel).toHaveCount(0);
});
