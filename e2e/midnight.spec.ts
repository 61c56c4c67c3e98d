import { expect, test } from "@/e2e/fixtures";
import { jot, screen } from "@/e2e/screen";

test("a list that is open over midnight is read again, once, when the day is over", async ({ page, user: _ }) => {
  await page.clock.install();
  await page.goto("/today");
  await jot(page, "Water the ferns");
  await expect(screen(page).check("Water the ferns")).toBeEnabled();
  await page.waitForLoadState("networkidle");
  let read = 0;
  page.on("request", (request) => {
    const { rsc, "next-router-prefetch": ahead } = request.headers();
    if (rsc && !ahead && new URL(request.url()).pathname === "/today") read++;
  });
  await page.clock.fastForward("01:00");
  expect(read).toBe(0);
  await page.clock.fastForward("24:00:00");
  await expect.poll(() => read).toBe(1);
  await page.clock.fastForward("01:00");
  expect(read).toBe(1);
});
