import type { Page } from "@playwright/test";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "@/e2e/fixtures";
import { jot, say, screen } from "@/e2e/screen";

const today = () => Temporal.Now.plainDateISO("Europe/Berlin");
/** A day as the app names it: "Tue 24 Nov". */
const named = (day: Temporal.PlainDate) =>
  new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" })
    .format(new Date(`${day}T00:00:00Z`))
    .replace(",", "");

/** A connection kept from before may be closed just as it is taken again. */
const patient = { maxRetries: 2 };

type Task = { id: string; title: string; dueDate: string; repeat: string; completed: boolean };

async function tasks(page: Page): Promise<Task[]> {
  const { items } = await (await page.request.get("/api/v1/tasks?view=all", patient)).json();
  return items;
}

const found = async (page: Page, title: string) => {
  const task = (await tasks(page)).find((one) => one.title === title && !one.completed);
  return task && { dueDate: task.dueDate, repeat: task.repeat };
};

test.beforeEach(async ({ page, user: _ }) => {
  await page.goto("/today");
});

test("one is skipped by its key, and undo brings it back", async ({ page }) => {
  const { row, check, notice } = screen(page);
  await jot(page, "Water the ferns every 3 days");
  await expect(check("Water the ferns")).toBeEnabled();
  const repeat = "FREQ=DAILY;INTERVAL=3";
  const next = today().add({ days: 3 });

  await row("Water the ferns").getByRole("link").focus();
  await page.keyboard.press("l");
  await expect(row("Water the ferns")).toHaveCount(0);
  await expect(notice).toContainText(`Skipped “Water the ferns”, next ${named(next)}`);
  expect(await found(page, "Water the ferns")).toEqual({ dueDate: next.toString(), repeat });

  await notice.getByRole("button", { name: "Undo" }).click();
  await expect(row("Water the ferns")).toBeVisible();
  await expect.poll(() => found(page, "Water the ferns")).toEqual({ dueDate: today().toString(), repeat });
});

test("a new day moves one, and all that follow when they shall", async ({ page }) => {
  const { row, check, notice } = screen(page);
  const weekday = (day: Temporal.PlainDate) => ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][day.dayOfWeek - 1];
  const [first, moved] = [today(), today().add({ days: 1 })];
  const title = "Standup";
  await jot(page, `${title} every ${first.toLocaleString("en-GB", { weekday: "long" })} starting today`);
  await expect(check(title)).toBeEnabled();
  const repeat = `FREQ=WEEKLY;BYDAY=${weekday(first)}`;
  expect(await found(page, title)).toEqual({ dueDate: first.toString(), repeat });

  await row(title).getByRole("link").focus();
  await page.keyboard.press("d");
  await page.getByRole("button", { name: /^Tomorrow/ }).click();
  await expect(notice).toContainText(`Moved “Standup” to ${named(moved)}, just this once`);
  await expect.poll(() => found(page, title)).toEqual({ dueDate: moved.toString(), repeat });

  await notice.getByRole("button", { name: "All following" }).click();
  await expect(notice).toContainText("and all following: every");
  const shifted = { dueDate: moved.toString(), repeat: `FREQ=WEEKLY;BYDAY=${weekday(moved)}` };
  await expect.poll(() => found(page, title)).toEqual(shifted);

  await page.keyboard.press("Control+z");
  await expect.poll(() => found(page, title)).toEqual({ dueDate: moved.toString(), repeat });
  await page.keyboard.press("Control+z");
  await expect.poll(() => found(page, title)).toEqual({ dueDate: first.toString(), repeat });
});

test("the panel shows the next five of a rule before it is chosen, and what comes next after", async ({ page }) => {
  const { row, check, panel } = screen(page);
  await jot(page, "Pay the rent today");
  await expect(check("Pay the rent")).toBeEnabled();
  await row("Pay the rent").getByRole("link").click();
  await panel.getByRole("button", { name: "Repeat: None" }).click();
  const choices = page.getByRole("dialog", { name: "Repeat" });
  await choices.getByRole("textbox", { name: "Type how often" }).fill("every 10 days 7 times");
  const days = [1, 2, 3, 4, 5].map((times) => today().add({ days: times * 10 }));
  const list = choices.getByRole("list", { name: "Then" });
  await expect(list.getByRole("listitem")).toHaveCount(5);
  await expect(list.getByRole("listitem").first()).toHaveText(new RegExp(`^${named(days[0] ?? today())}`));
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("button", { name: "Repeat: Every 10 days, 7 times" })).toBeVisible();
  await expect(panel).toContainText(`Then ${named(days[0] ?? today())}`);

  await panel.getByRole("button", { name: "Skip this one" }).click();
  await expect(panel.getByRole("button", { name: "Repeat: Every 10 days, 6 times" })).toBeVisible();
  await expect.poll(async () => (await found(page, "Pay the rent"))?.dueDate).toBe(days[0]?.toString());
});

test("the last of a series says so, and offers no skipping", async ({ page }) => {
  const { row, panel } = screen(page);
  const data = { title: "Take the pill", dueDate: today().toString(), repeat: "FREQ=DAILY;COUNT=1" };
  const added = await page.request.post("/api/v1/tasks", { ...patient, data });
  expect(added.status()).toBe(201);
  await page.reload();
  await row("Take the pill").getByRole("link").click();
  await expect(panel).toContainText("This is the last one.");
  await expect(panel.getByRole("button", { name: "Skip this one" })).toHaveCount(0);
  const [task] = await tasks(page);
  const refused = await page.request.post(`/api/v1/tasks/${task?.id}/skip`, patient);
  expect(refused.status()).toBe(422);
  expect((await refused.json()).errors[0].message).toMatch(/last one/);
});

test("a program skips, moves all that follow and asks for the days to come", async ({ page }) => {
  const data = { title: "Retro", dueDate: "2055-01-05", repeat: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU" };
  const { id } = await (await page.request.post("/api/v1/tasks", { ...patient, data })).json();
  const skipped = await page.request.post(`/api/v1/tasks/${id}/skip`, patient);
  expect(await skipped.json()).toMatchObject({ id, dueDate: "2055-01-19", completed: false });
  const moved = await page.request.patch(`/api/v1/tasks/${id}`, {
    ...patient,
    data: { dueDate: "2055-01-20", scope: "following" },
  });
  expect(await moved.json()).toMatchObject({ dueDate: "2055-01-20", repeat: "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE" });
  const days = await page.request.get(`/api/v1/tasks/${id}/occurrences?limit=3`, patient);
  expect(await days.json()).toEqual({ items: ["2055-02-03", "2055-02-17", "2055-03-03"] });
});

test("the assistant skips one and moves all that follow", async ({ page }) => {
  const { check, talk } = screen(page);
  await jot(page, "Go to the gym every day");
  await expect(check("Go to the gym")).toBeEnabled();
  await say(page, "skip the gym today");
  const next = today().add({ days: 1 });
  await expect(talk).toContainText("Skipped “Go to the gym”, next tomorrow");
  expect(await found(page, "Go to the gym")).toEqual({ dueDate: next.toString(), repeat: "FREQ=DAILY" });
  await talk.getByRole("button", { name: "Undo this turn" }).click();
  await expect.poll(async () => (await found(page, "Go to the gym"))?.dueDate).toBe(today().toString());
});
