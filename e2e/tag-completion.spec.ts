import { day } from "@/e2e/days";
import { expect, test } from "@/e2e/fixtures";
import { screen } from "@/e2e/screen";

const names = ["2026", "🛒", "👨‍👩‍👧 family", "@home", "1:1", "בית"];

test.beforeEach(async ({ page, user: _ }) => {
  for (const name of names) await page.request.post("/api/v1/tags", { data: { name, color: "#E0607E" } });
  await page.goto("/today");
});

test("whatever is offered after # can be taken, by Enter, Tab and a click", async ({ page }) => {
  const { quickAdd } = screen(page);
  for (const [at, name] of names.entries()) {
    await quickAdd.fill("");
    // One that is written out in full is not offered any more.
    await quickAdd.pressSequentially(`Buy oats #${[...name].length > 1 ? [...name][0] : ""}`);
    const option = page.getByRole("option", { name, exact: true });
    await expect(option).toBeVisible();
    if (at % 3 < 2) await expect(option).toHaveAttribute("data-highlighted");
    if (at % 3 === 0) await page.keyboard.press("Enter");
    else if (at % 3 === 1) await page.keyboard.press("Tab");
    else await option.click();
    await expect(quickAdd).toHaveValue(`Buy oats #${name} `);
    await expect(quickAdd).toBeFocused();
  }
});

test("a tag that comes while it is being written is offered", async ({ page }) => {
  const { quickAdd, views } = screen(page);
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route("**/today", async (route) => {
    if (route.request().method() === "POST") await arrived;
    await route.fallback();
  });
  await views.getByRole("button", { name: "New tag" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("next door");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await quickAdd.pressSequentially("Borrow the ladder #ne");
  await expect(page.getByRole("option")).toHaveCount(0);
  arrive();
  await expect(page.getByRole("option", { name: "next door" })).toHaveAttribute("data-highlighted");
  await page.keyboard.press("Enter");
  await expect(quickAdd).toHaveValue("Borrow the ladder #next door ");
});

test("what is completed is where the caret is now, however the text came, and the browser's undo takes it back", async ({
  page,
}) => {
  const { quickAdd } = screen(page);
  const caret = (at: number) =>
    quickAdd.evaluate((field, at) => (field as HTMLInputElement).setSelectionRange(at, at), at);

  // In the middle of a line, behind a surrogate pair.
  await quickAdd.pressSequentially("🥛 Milk #20 and oats");
  await caret("🥛 Milk #20".length);
  await page.getByRole("option", { name: "2026" }).waitFor();
  await page.keyboard.press("Tab");
  await expect(quickAdd).toHaveValue("🥛 Milk #2026 and oats");
  await page.keyboard.insertText("today ");
  await expect(quickAdd).toHaveValue("🥛 Milk #2026 today and oats");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(quickAdd).toHaveValue("🥛 Milk #20 and oats");

  // As an emoji picker or an extension writes: no key, no caret told.
  await quickAdd.fill("Milk");
  await quickAdd.evaluate((field: HTMLInputElement) => {
    field.setRangeText(" #@", 4, 4, "end");
    field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertReplacementText" }));
  });
  await page.getByRole("option", { name: "@home" }).click();
  await expect(quickAdd).toHaveValue("Milk #@home ");

  // A line that runs from right to left.
  await quickAdd.fill("");
  await quickAdd.pressSequentially("לקנות חלב #ב");
  await expect(page.getByRole("option", { name: "בית" })).toHaveAttribute("data-highlighted");
  await page.keyboard.press("Enter");
  await expect(quickAdd).toHaveValue("לקנות חלב #בית ");
});

test("a task's tags are chosen by Tab as well; Escape and a held Backspace take none off", async ({ page }) => {
  const { row, panel } = screen(page);
  const dueDate = day();
  await page.request.post("/api/v1/tasks", { data: { title: "Buy oats", dueDate, tags: ["1:1"] } });
  await page.reload();
  await row("Buy oats").getByRole("link").click();
  const tags = panel.getByRole("combobox", { name: "Tags" });
  await tags.pressSequentially("202");
  await page.getByRole("option", { name: "2026" }).waitFor();
  await page.keyboard.press("Tab");
  const chip = (name: string) => panel.getByLabel(name, { exact: true });
  await expect(chip("2026")).toBeVisible();
  await expect(tags).toBeFocused();

  // The name of one that is there adds nothing and takes nothing off, and a name like it is another one.
  await tags.pressSequentially("２０２６");
  await expect(page.getByText("This task has that tag.")).toBeVisible();
  await tags.press("Enter");
  await tags.fill("026");
  await expect(page.getByRole("option", { name: /026/ })).toHaveAttribute("data-highlighted");
  await tags.press("Enter");
  await expect(chip("026")).toBeVisible();

  await tags.pressSequentially("x");
  for (let n = 0; n < 5; n++) await page.keyboard.down("Backspace");
  await page.keyboard.up("Backspace");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  const saved = async () => {
    const { items } = await (await page.request.get("/api/v1/tasks?view=today")).json();
    return items[0].tags.map((tag: { name: string }) => tag.name).sort();
  };
  await expect.poll(saved).toEqual(["026", "1:1", "2026"]);
  for (const name of ["1:1", "2026"]) await expect(row("Buy oats")).toContainText(name);
});
