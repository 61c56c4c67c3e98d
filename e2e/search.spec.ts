import { expect, test } from "@/e2e/fixtures";
import { jot, pressKey, screen } from "@/e2e/screen";

test("the line to search in says what was searched for, wherever that was asked", async ({ page, user: _ }) => {
  await page.goto("/today");
  for (const line of ["Buy stamps", "Call the bank"]) await jot(page, line);
  await expect(screen(page).check("Call the bank")).toBeEnabled();
  const field = page.getByRole("searchbox", { name: "Search tasks" });
  await page.goto("/search?q=stamps");
  await expect(screen(page).row("Buy stamps")).toBeVisible();
  const palette = page.getByRole("combobox", { name: "Search or jump to" });
  await pressKey(page, "Control+k", palette);
  await palette.fill("bank");
  await page.getByRole("option", { name: "Search for “bank”" }).click();
  await expect(screen(page).row("Call the bank")).toBeVisible();
  await expect(field).toHaveValue("bank");
  await field.fill("");
  await field.pressSequentially("stamps", { delay: 90 });
  await expect(screen(page).row("Buy stamps")).toBeVisible();
  await expect(field).toHaveValue("stamps");
});

test("leaving while one types is not undone by what was typed last", async ({ page, user: _ }) => {
  const { views } = screen(page);
  await page.goto("/search");
  await page.getByRole("searchbox").focus();
  await views.getByRole("link", { name: "Upcoming" }).hover();
  await page.keyboard.type("f");
  await page.mouse.down();
  await page.mouse.up();
  await expect(page.getByRole("heading", { level: 1, name: "Upcoming" })).toBeVisible();
  await page.waitForTimeout(800); // as long as it waits, and as a page takes
  await expect(page).toHaveURL(/\/upcoming$/);
});

test("a subtask that is found or due says which task it is a part of", async ({ page, user: _ }) => {
  const add = async (data: object) => (await page.request.post("/api/v1/tasks", { data })).json();
  const trip = await add({ title: "Trip to Rome" });
  await add({ title: "Renew passport", parentId: trip.id, dueDate: "2020-01-01" });
  for (const path of ["/search?q=passport", "/today"]) {
    await page.goto(path);
    await expect(screen(page).row("Renew passport")).toContainText("in Trip to Rome");
  }
});
