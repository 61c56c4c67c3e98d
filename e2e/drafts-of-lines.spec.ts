import { expect, test } from "@/e2e/fixtures";
import { expectKept, kept } from "@/e2e/people";
import { jot, screen } from "@/e2e/screen";
import { saved } from "@/e2e/task-fields";

test("of lines whose answer never came, those that arrived are known after a reload, and the others are added or let go", async ({
  page,
  user: _,
}) => {
  const { check, quickAdd, row } = screen(page);
  await page.goto("/today");
  let reached = 0;
  let isAway = true;
  await page.route("**/today", async (route) => {
    if (!isAway || route.request().method() !== "POST") return route.fallback();
    // The first reaches the server, the others do not; none is answered.
    if (reached++ === 0) await route.fetch();
  });
  await jot(page, "Arrived today");
  await expect.poll(async () => (await saved(page, "Arrived"))?.title).toBe("Arrived");
  for (const line of ["Not wanted", "Never sent today"]) await jot(page, line);
  await quickAdd.fill("Being written");
  await expectKept(page, "Arrived today", "Not wanted", "Never sent today", "Being written");
  isAway = false; // to unroute would send on what waits
  await page.reload({ waitUntil: "load" });
  await expect(quickAdd).toHaveValue("Being written");
  const unsent = page.getByRole("list", { name: "Not added yet" });
  await expect(unsent.getByRole("listitem")).toHaveCount(2);
  await unsent.getByRole("button", { name: "Discard “Not wanted”" }).press("Enter");
  await expect(unsent.getByRole("button", { name: "Discard “Never sent today”" })).toBeFocused();
  await unsent.getByRole("button", { name: "Add “Never sent today”" }).press("Enter");
  await expect(unsent).toHaveCount(0);
  await expect(quickAdd).toBeFocused();
  await expect(check("Never sent")).toBeEnabled();
  await page.reload();
  await expect(row("Arrived")).toHaveCount(1);
  await expect(row("Never sent")).toHaveCount(1);
  await expect(quickAdd).toHaveValue("Being written");
  await expect.poll(async () => (await kept(page)).drafts).toEqual(["Being written"]);
});

test("a line for a tag that was deleted elsewhere is on the tag’s page, and can be added to all tasks", async ({
  page,
  user: _,
}) => {
  const { quickAdd } = screen(page);
  const { id } = await (await page.request.post("/api/v1/tags", { data: { name: "errands" } })).json();
  await page.goto("/tasks");
  await quickAdd.fill("Half another");
  await expectKept(page, "Half another");
  await page.goto(`/tags/${id}`);
  await quickAdd.fill("Half a task");
  await expectKept(page, "Half a task");
  await page.request.delete(`/api/v1/tags/${id}`);
  await page.reload();
  const unsaved = page.getByRole("region", { name: "Not saved" });
  await expect(unsaved).toContainText("Half a task");
  await unsaved.getByRole("button", { name: "Use in All tasks" }).click();
  await expect(page).toHaveURL(/tasks$/);
  await expect(quickAdd).toHaveValue("Half another");
  const unsent = page.getByRole("list", { name: "Not added yet" });
  await expect(unsent).toContainText("Half a task");
  await unsent.getByRole("button", { name: "Add" }).click();
  await expect(screen(page).check("Half a task")).toBeEnabled();
  await expect(unsent).toHaveCount(0);
  await expect(quickAdd).toHaveValue("Half another");
});
