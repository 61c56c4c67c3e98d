import { expect, test } from "@/e2e/fixtures";
import { expectKept, kept } from "@/e2e/people";
import { holdWrite, screen, writesOf } from "@/e2e/screen";

test("a name that is typed while the one before is saved, or after it, stays until it is saved", async ({
  page,
  user: _,
}) => {
  const { views } = screen(page);
  await page.goto("/settings");
  const name = page.getByLabel("Name", { exact: true });
  const save = page.getByRole("button", { name: "Save", exact: true });
  const release = await holdWrite(page);
  await name.fill("Ada First");
  await save.click();
  await expect(page.getByRole("button", { name: "Saving…" })).toBeVisible();
  await name.fill("Ada Second");
  release();
  await expect(page.getByText("Saved.")).toBeVisible();
  await expect(name).toHaveValue("Ada Second");
  await save.click();
  await expect.poll(async () => (await kept(page)).drafts).toEqual([]);
  await expect(name).toHaveValue("Ada Second");

  await name.fill("Ada Third");
  await expectKept(page, "Ada Third");
  await views.getByRole("link", { name: /^Today/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  await views.getByRole("link", { name: "Settings" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
  await writesOf(page).settled();
  await expect(name).toHaveValue("Ada Third");
  await expectKept(page, "Ada Third");
});

test("a tag’s name that is typed while the one before is saved stays, in the same dialog or the next", async ({
  page,
  user: _,
}) => {
  const { views } = screen(page);
  await page.goto("/today");
  const dialog = page.getByRole("dialog", { name: "New tag" });
  const name = dialog.getByLabel("Name");
  const begin = async (text: string) => {
    await views.getByRole("button", { name: "New tag" }).click();
    await name.fill(text);
    const release = await holdWrite(page);
    await name.press("Enter");
    return async () => {
      release();
      await expect(page.getByText(`Created the tag “${text}”`)).toBeAttached();
      await writesOf(page).settled();
    };
  };
  const saveHome = await begin("home");
  await name.fill("home office");
  await saveHome();
  await expect(name).toHaveValue("home office");
  await name.press("Enter");
  await expect(dialog).toHaveCount(0);

  const saveWork = await begin("work");
  await page.keyboard.press("Escape");
  await views.getByRole("button", { name: "New tag" }).click();
  await name.fill("garden");
  await saveWork();
  await expect(name).toHaveValue("garden");
  await name.press("Enter");
  await expect(dialog).toHaveCount(0);
  for (const tag of ["home", "home office", "work", "garden"])
    await expect(views.getByRole("link", { name: tag, exact: true })).toBeVisible();
});
