import { expect, test } from "@/e2e/fixtures";
import { jot, screen } from "@/e2e/screen";

const berlin = (offset: number, style: Intl.DateTimeFormatOptions) =>
  new Date(Date.now() + offset * 86_400_000).toLocaleDateString("en-GB", { timeZone: "Europe/Berlin", ...style });
const long = (offset: number) => {
  const [weekday, date] = [{ weekday: "long" }, { day: "numeric", month: "long" }] as const;
  return `${berlin(offset, weekday)}, ${berlin(offset, date)}`;
};

test.beforeEach(async ({ page, user: _ }) => {
  await page.goto("/today");
  await jot(page, "Write report");
  await expect(screen(page).check("Write report")).toBeEnabled();
});

test("a due is chosen by words, by key, from a calendar that looks ahead, with a time and a repetition", async ({
  page,
}) => {
  const { row, panel } = screen(page);
  const popup = page.getByRole("dialog", { name: "Due" });
  const words = popup.getByRole("textbox", { name: "Type a date" });
  await row("Write report").getByRole("link").focus();
  await page.keyboard.press("d");
  await expect(words).toBeFocused();
  for (const name of ["Today", "Tomorrow", "Weekend", "Next week"])
    await expect(popup.getByRole("button", { name })).toHaveText(/\w{3} \d{1,2} \w{3}/);
  await expect(popup.getByRole("button", { name: "Tomorrow" })).toContainText(
    berlin(1, { weekday: "short", day: "numeric" }),
  );
  const grid = popup.getByRole("grid");
  await expect(grid.getByRole("row").nth(1).locator("[aria-current=date]")).toBeVisible();
  await expect(grid.getByRole("row")).toHaveCount(7);

  await words.fill("the blue one");
  await expect(popup.getByText("Can’t read that date")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(popup.getByRole("alert")).toContainText("Can’t read that date");
  await words.fill("fri 3pm");
  await expect(popup.getByText(/^Fri \d{1,2} \w{3}, 15:00$/)).toBeVisible();
  await words.fill("");

  await grid.locator("[tabindex='0']").focus();
  await page.keyboard.press("ArrowDown");
  await expect(grid.getByRole("button", { name: long(7) })).toBeFocused();
  await page.keyboard.press("PageUp");
  await page.keyboard.press("PageDown");
  await page.keyboard.press("Home");
  await page.keyboard.press("Escape");
  await expect(popup).toHaveCount(0);
  await expect(row("Write report").getByRole("link")).toBeFocused();

  await page.keyboard.press("Enter");
  const due = panel.getByRole("button", { name: /^Due:/ });
  await due.click();
  await popup.getByRole("textbox", { name: "Time" }).fill("9:30");
  await page.keyboard.press("Enter");
  await popup.getByRole("button", { name: "Repeat" }).click();
  await popup.getByRole("button", { name: "Every day", exact: true }).click();
  await expect(popup).toHaveCount(0);
  await expect(panel.getByRole("textbox", { name: "Time" })).toHaveValue("09:30");
  await expect(panel.getByRole("button", { name: "Repeat: Every day" })).toBeVisible();
  await due.click();
  await words.fill("no date");
  await page.keyboard.press("Enter");
  await expect(due).toHaveAccessibleName("Due: None");
});

test("a task is added from Today without a day: by a word, or by taking the day off", async ({ page }) => {
  const { quickAdd, row, check, views } = screen(page);
  await quickAdd.fill("Learn to juggle someday");
  await expect(page.getByText("No date", { exact: true }).last()).toBeVisible();
  await quickAdd.press("Enter");
  await quickAdd.fill("Paint the fence");
  await page.getByRole("main").getByRole("button", { name: "No date" }).click();
  await expect(quickAdd).toHaveValue("Paint the fence no date");
  await quickAdd.press("Enter");
  await expect(quickAdd).toHaveValue("");
  await views.getByRole("link", { name: /^No date/ }).click();
  await expect(check("Paint the fence")).toBeEnabled();
  await expect(row("Learn to juggle")).toBeVisible();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("the same calendar comes in a sheet", async ({ page }) => {
    const { row } = screen(page);
    await row("Write report").getByRole("link").click();
    const panel = page.getByRole("dialog", { name: "Task", exact: true });
    await panel.getByRole("button", { name: /^Due:/ }).click();
    const sheet = page.getByRole("dialog", { name: "Due", exact: true });
    await expect(sheet.getByRole("grid")).toBeVisible();
    await sheet.getByRole("button", { name: /^Tomorrow/ }).click();
    await expect(sheet).toHaveCount(0);
    await expect(panel.getByRole("button", { name: "Due: Tomorrow" })).toBeVisible();
  });
});
