import type { LaunchOptions } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";
import { faults, overlaps, paths, resize } from "@/e2e/layout";
import { screen } from "@/e2e/screen";
import { furnish } from "@/e2e/states";

// The browser's own setting: a rem of a media query is as large as its letters, too.
test.use({
  launchOptions: [
    async ({ launchOptions }: { launchOptions: LaunchOptions }, use: (options: LaunchOptions) => Promise<void>) =>
      use({ ...launchOptions, args: [...(launchOptions.args ?? []), "--blink-settings=defaultFontSize=32"] }),
    { scope: "worker" },
  ],
});

/** Each page is loaded in the first, and given the other; in the long tests it is loaded in each. */
const viewports = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
];

test("with letters of 32 px in the browser's settings, a large window has all that a small one has", async ({
  page,
  user: _,
}) => {
  test.slow();
  const { task, chat } = await furnish(page);
  for (const path of [...paths, `/today?task=${task}`, `/chat/${chat}`]) {
    for (const [at, viewport] of viewports.entries()) {
      await resize(page, viewport);
      if (at === 0 || process.env.TANDEM_LONG) {
        await page.goto(path);
        await page.waitForLoadState("networkidle"); // the public pages lead on to Today
      }
      expect.soft(await faults(page), `${path} at ${viewport.width}`).toEqual([]);
      expect.soft(await overlaps(page), `${path} at ${viewport.width}`).toEqual([]);
    }
  }
  for (const viewport of viewports) {
    await resize(page, viewport);
    // What floats, what slides in and what stands beside a list agree on how much room there is.
    await page.goto("/tasks");
    await expect(page.getByRole("navigation", { name: "Tabs" })).toBeVisible();
    await expect(page.getByRole("complementary", { name: "Assistant" })).toBeHidden();
    await screen(page).row("Call mum").getByRole("link").click();
    const sheet = page.getByRole("dialog", { name: "Task", exact: true });
    await expect(sheet.getByRole("textbox", { name: "Title" })).toBeInViewport();
    await sheet.getByRole("button", { name: /^Due: / }).click();
    await expect(page.getByRole("dialog", { name: "Due", exact: true }).getByRole("grid")).toBeVisible();
  }
});
