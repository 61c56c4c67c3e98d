import { expect, test } from "@/e2e/fixtures";
import { jot, say, screen } from "@/e2e/screen";

test("a title in which nothing shows is refused, and one with controls is kept without them", async ({
  page,
  user: _,
}) => {
  const http = page.request;
  for (const title of ["\u200b", "\u3164", "\u2800", "\u00ad\u2060", "\u0301", "\u202e\u0007", "\u{e0041}"]) {
    const answer = await http.post("/api/v1/tasks", { data: { title } });
    expect(answer.status(), JSON.stringify(title)).toBe(422);
    expect((await answer.json()).errors).toMatchObject([{ path: "title" }]);
  }
  const kept = await http.post("/api/v1/tasks", {
    data: { title: "Milk\nand\u0007 \u202ebread 👨‍👩‍👧", description: "a\r\nb\u2029c\u001b" },
  });
  expect(await kept.json()).toMatchObject({ title: "Milk and bread 👨‍👩‍👧", description: "a\nb\nc" });
});

test("names that look the same are one tag, and a search finds a text however it is written", async ({
  page,
  user: _,
}) => {
  const http = page.request;
  const tag = await (await http.post("/api/v1/tags", { data: { name: "Café" } })).json();
  for (const name of ["Cafe\u0301", "CAFÉ", "caf\u200bé", "ｃａｆé"])
    expect((await http.post("/api/v1/tags", { data: { name } })).status(), name).toBe(422);
  const task = await http.post("/api/v1/tasks", { data: { title: "Buy Crème Brûlée", tags: ["cafe\u0301"] } });
  expect((await task.json()).tags).toMatchObject([{ id: tag.id, name: "Café" }]);
  for (const q of ["creme brulee", "CRE\u0300ME", "ｂｒûｌéｅ"]) {
    const found = await (await http.get(`/api/v1/tasks?q=${encodeURIComponent(q)}`)).json();
    expect(
      found.items.map(({ title }: { title: string }) => title),
      q,
    ).toEqual(["Buy Crème Brûlée"]);
  }
});

test("any tag can be picked after #, and is the task's", async ({ page, user: _ }) => {
  for (const name of ["1:1", "2026", "🛒", "@home", "old", "old friends"])
    await page.request.post("/api/v1/tags", { data: { name } });
  await page.goto("/tasks");
  const { check, quickAdd, row } = screen(page);
  for (const [written, name] of [
    ["#1", "1:1"],
    ["#20", "2026"],
    ["#🛒", "🛒"],
    ["#@h", "@home"],
    ["#old f", "old friends"],
  ]) {
    await quickAdd.pressSequentially(`About ${name} ${written}`);
    if (written !== `#${name}`) {
      await expect(page.getByRole("option", { name, exact: true })).toHaveAttribute("data-highlighted");
      await quickAdd.press("Enter");
    }
    await quickAdd.press("Enter");
    await expect(check(`About ${name}`)).toBeEnabled();
    await expect(row(`About ${name}`)).toContainText(`${name}`);
  }
  await jot(page, 'Fix it #launch,#website #"a: b"');
  await expect(check("Fix it")).toBeEnabled();
  await expect(row("Fix it")).toContainText("a: b");
  await expect(row("Fix it")).toContainText("launch");
});

test("a day is written short, and no day too", async ({ page, user: _ }) => {
  await page.goto("/today");
  const { check, notice, row } = screen(page);
  await jot(page, "Learn Italian someday");
  await expect(notice).toContainText("Added “Learn Italian”");
  await page.goto("/tasks");
  await jot(page, "Buy milk tom !m");
  await expect(check("Buy milk")).toBeEnabled();
  await expect(row("Buy milk")).toContainText("Tomorrow");
  await expect(check("Buy milk")).toHaveAccessibleName("Complete Buy milk, medium priority");
  await row("Buy milk").hover();
  await row("Buy milk").getByRole("button", { name: /^Due/ }).click();
  await page.getByLabel("Type a date").fill("no date");
  await page.keyboard.press("Enter");
  await expect(row("Buy milk")).not.toContainText("Tomorrow");
});

test("a time zone is found by city, country and old name, and kept by its present one", async ({ page, user: _ }) => {
  await page.goto("/settings");
  const field = page.getByRole("combobox", { name: "Time zone", exact: true });
  await expect(field).toHaveValue("Europe/Berlin");
  for (const words of ["Calcutta", "india", "mumbai", "Kolkata"]) {
    await field.fill(words);
    await expect(page.getByRole("option", { name: /^Asia\/Kolkata/ })).toBeVisible();
  }
  await field.press("Enter");
  await expect(field).toHaveValue("Asia/Kolkata");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").filter({ hasText: /\w/ }).first()).toBeVisible();
  await page.reload();
  await expect(field).toHaveValue("Asia/Kolkata");
});

test("a new tag has a colour of its own, each with a name", async ({ page, user: _ }) => {
  await page.goto("/tasks");
  await jot(page, `Many #${Array.from({ length: 17 }, (_, at) => `tag${at}`).join(" #")}`);
  await expect(screen(page).check("Many")).toBeEnabled();
  const { items } = await (await page.request.get("/api/v1/tags")).json();
  expect(new Set(items.map(({ color }: { color: string }) => color)).size).toBe(17);
  await screen(page).views.getByRole("button", { name: "New tag" }).click();
  const names = await page.getByRole("dialog").getByRole("radio").all();
  expect(names.length).toBeGreaterThanOrEqual(16);
  await expect(page.getByRole("dialog").getByRole("radio", { name: "teal" })).toBeVisible();
});

test("a conversation is called what was said first, as it was written", async ({ page, user: _ }) => {
  await page.goto("/chat");
  await say(page, "a_b_c *snake* <b>case</b> 2 * 3 = 6");
  await expect(page.getByRole("heading", { name: "a_b_c *snake* <b>case</b> 2 * 3 = 6" })).toBeVisible();
});
