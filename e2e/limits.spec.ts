import { readFile } from "node:fs/promises";
import { expect, test } from "@/e2e/fixtures";
import { jot, screen } from "@/e2e/screen";

test("the 501st tag is refused in words, and what was typed can be kept without it", async ({
  page,
  context,
  user: _,
}) => {
  for (let n = 0; n < 500; n += 20) {
    const tags = Array.from({ length: 20 }, (_, at) => `tag-${n + at}`);
    const added = await context.request.post("/api/v1/tasks", { data: { title: "Sort the tags", tags } });
    expect(added.status()).toBe(201);
  }
  const refused = await context.request.post("/api/v1/tags", { data: { name: "one-more" } });
  expect(refused.status()).toBe(422);
  expect((await refused.json()).detail).toBe("You have 500 tags, counting the ones in Trash. That’s the limit.");

  await page.goto("/today");
  await jot(page, "Water the ferns #new");
  await expect(page.getByText("You have 500 tags, counting the ones in Trash.").first()).toBeVisible();
  await jot(page, "Water the roses");
  await expect(screen(page).check("Water the roses")).toBeEnabled();
});

test("everything can be downloaded, and where a download is under way the page says so", async ({ page, user: _ }) => {
  await page.goto("/today");
  await jot(page, "Water the ferns");
  await expect(screen(page).check("Water the ferns")).toBeEnabled();
  await page.goto("/settings");
  const button = page.getByRole("link", { name: "Download everything" });

  await page.route("/settings/export", (route) => route.fulfill({ status: 429 }));
  await button.click();
  await expect(page.getByRole("alert").filter({ hasText: "A download is already in progress." })).toBeVisible();
  await page.unroute("/settings/export");

  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  expect(download.suggestedFilename()).toMatch(/^tandem-\d{4}-\d\d-\d\d\.json$/);
  const file = JSON.parse(await readFile(await download.path(), "utf8"));
  expect(file.tasks).toMatchObject([{ title: "Water the ferns" }]);
  await expect(page.getByRole("alert").filter({ hasText: "A download is already in progress." })).toHaveCount(0);
});
