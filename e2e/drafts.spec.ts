import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { find } from "@/e2e/browser";
import { expect, signUp, test } from "@/e2e/fixtures";
import { expectKept, kept } from "@/e2e/people";
import { holdScripts, holdWrite, jot, say, screen, writesOf } from "@/e2e/screen";

const fields = (page: Page) => {
  const { panel } = screen(page);
  return {
    title: panel.getByRole("textbox", { name: "Title", exact: true }),
    description: panel.getByRole("textbox", { name: "Description" }),
    time: panel.getByRole("textbox", { name: "Time" }),
    subtask: panel.getByRole("textbox", { name: "Add a subtask" }),
    tag: panel.getByRole("combobox", { name: "Tags" }),
  };
};

async function open(page: Page, title = "Write report") {
  await screen(page).row(title).getByRole("link").click();
  await expect(page).toHaveURL(/task=/);
}

async function saved(page: Page, title: string) {
  const { items } = await (await page.request.get("/api/v1/tasks?view=all")).json();
  return items.find((task: { title: string }) => task.title === title);
}

test.describe("with a task open", () => {
  test.beforeEach(async ({ page, user: _ }) => {
    await page.goto("/today");
    for (const line of ["Write report today", "Call the bank today"]) await jot(page, line);
    await expect(screen(page).check("Call the bank")).toBeEnabled();
    await open(page);
  });

  test("every field has its words again after a reload, marked, and they are saved or let go", async ({ page }) => {
    const { composer, panel, quickAdd, views } = screen(page);
    const { title, description, subtask, tag } = fields(page);
    const words = { title: "Half a title", description: "Half a page", subtask: "Half a part", tag: "half a tag" };
    await tag.fill(words.tag);
    await tag.press("Escape"); // out of the list of tags, which covers the rest
    await subtask.fill(words.subtask);
    await composer.fill("Half a question");
    await views.getByRole("button", { name: "New tag" }).click();
    const dialog = page.getByRole("dialog", { name: "New tag" });
    await dialog.getByLabel("Name").fill("half a name");
    await page.keyboard.press("Escape");
    await quickAdd.fill("Half a task");
    await description.fill(words.description);
    await expectKept(page, words.description);
    await page.reload();

    await expect(quickAdd).toHaveValue("Half a task");
    await expect(composer).toHaveValue("Half a question");
    await expect(description).toHaveValue(words.description);
    await expect(subtask).toHaveValue(words.subtask);
    await expect(tag).toHaveValue(words.tag);
    await expect(panel.getByText("Draft, not saved")).toHaveCount(3);
    await views.getByRole("button", { name: "New tag" }).click();
    await expect(dialog.getByLabel("Name")).toHaveValue("half a name");
    await expect(dialog).toContainText("Draft, not saved");
    await dialog.getByRole("button", { name: "Cancel" }).click();

    await panel.getByRole("button", { name: "Save" }).click();
    await expect.poll(async () => (await saved(page, "Write report")).description).toBe(words.description);
    // The tag's comes before the subtask's.
    for (const field of [tag, subtask]) {
      await panel.getByRole("button", { name: "Discard" }).first().click();
      await expect(field).toHaveValue("");
    }
    await page.getByRole("button", { name: "Discard" }).first().click();
    await expect(quickAdd).toHaveValue("");
    await quickAdd.press("Enter"); // nothing to add

    // A title, and what was let go stays gone.
    await title.fill(words.title);
    await expectKept(page, words.title);
    await page.reload();
    await expect(title).toHaveValue(words.title);
    await expect(subtask).toHaveValue("");
    await title.press("Enter");
    await expect(screen(page).row(words.title)).toBeVisible();
    await page.reload();
    await expect(panel.getByText("Draft, not saved")).toHaveCount(0);
  });

  test("what is typed before the page listens stays, and what was kept stands beside it", async ({ page }) => {
    const { panel, quickAdd } = screen(page);
    const { title, description, subtask, tag, time } = fields(page);
    const beside = panel.getByRole("list", { name: "Another draft" });
    await description.fill("Half a page");
    await expectKept(page, "Half a page");
    const letScriptsCome = await holdScripts(page);
    await page.reload({ waitUntil: "commit" });
    await quickAdd.fill("A task");
    await title.fill("A title");
    await time.fill("half pa");
    await tag.fill("a tag");
    await subtask.fill("A part");
    await description.fill("A page");
    letScriptsCome();
    await expect(beside).toContainText("Half a page");
    await expectKept(page, "A task", "A title", "half pa", "a tag", "A part", "A page", "Half a page");
    await page.reload();
    await expect(quickAdd).toHaveValue("A task");
    await expect(title).toHaveValue("A title");
    await expect(time).toHaveValue("half pa");
    await expect(tag).toHaveValue("a tag");
    await expect(subtask).toHaveValue("A part");
    await expect(description).toHaveValue("A page");

    await beside.getByRole("button", { name: "Use" }).click();
    await expect(description).toHaveValue("Half a page");
    await expect(beside).toContainText("A page");
    await beside.getByRole("button", { name: "Discard" }).click();
    await expect(beside).toHaveCount(0);
    await page.reload();
    await expect(description).toHaveValue("Half a page");
    await expect(beside).toHaveCount(0);
  });

  test("Back, another tab and a closed one have them too", async ({ page, context }) => {
    const { panel, quickAdd } = screen(page);
    const { description } = fields(page);
    await description.fill("Half a page");
    await page.goBack();
    await expect(panel).toHaveCount(0);
    // The panel went, and that saved it, as leaving the field does.
    await expect.poll(async () => (await saved(page, "Write report")).description).toBe("Half a page");

    await quickAdd.fill("Half a task");
    const other = await context.newPage();
    await other.goto("/today");
    await expect(screen(other).quickAdd).toHaveValue("Half a task");
    await screen(other).quickAdd.fill("Half a task, and more");
    await expect(quickAdd).toHaveValue("Half a task, and more");
    await other.close();
    await page.close();
    const later = await context.newPage();
    await later.goto("/today");
    await expect(screen(later).quickAdd).toHaveValue("Half a task, and more");
    await screen(later).quickAdd.press("Enter");
    await expect(screen(later).check("Half a task, and more")).toBeEnabled();
    await later.reload();
    await expect(screen(later).quickAdd).toHaveValue("");
  });

  test("too long, or emptied, the words stay with the reason beside them, wherever one clicks", async ({ page }) => {
    const { panel, row } = screen(page);
    const { title, description, subtask } = fields(page);
    await description.fill("x".repeat(905));
    await expect(panel.getByText("905 / 1,000")).toBeVisible();
    const long = `${"words ".repeat(170)}end`;
    await description.fill(long);
    await title.click();
    await expect(panel.getByRole("alert")).toContainText("Keep it to 1,000 characters.");
    await expect(description).toHaveValue(long);
    await title.fill("");
    await open(page, "Call the bank");
    await expect(title).toHaveValue("Call the bank");
    await open(page);
    await expect(description).toHaveValue(long);
    await expect(title).toHaveValue("");
    await panel.getByRole("button", { name: "Discard" }).first().click();
    await expect(title).toHaveValue("Write report");

    const many = "part ".repeat(57).trim();
    await subtask.fill(many);
    await expect(panel.getByText("284 / 200")).toBeVisible();
    await subtask.press("Enter");
    await expect(panel.getByText("Keep it to 200 characters.")).toBeVisible();
    await expect(subtask).toHaveValue(many);
    await expect(row("Write report")).toBeVisible();
  });

  test("Escape leaves the description with its words, and a title can be had back", async ({ page }) => {
    const { notice, panel } = screen(page);
    const { title, description } = fields(page);
    await description.fill("Two pages");
    await description.press("Escape");
    await expect(panel).toBeVisible();
    await expect(description).not.toBeFocused();
    await expect(description).toHaveValue("Two pages");
    await expect.poll(async () => (await saved(page, "Write report")).description).toBe("Two pages");

    await title.fill("Write the whole report");
    await title.press("Escape");
    await expect(title).toHaveValue("Write report");
    await notice.getByRole("button", { name: "Undo" }).click();
    await expect(title).toHaveValue("Write the whole report");
    await title.press("Enter");
    await expect(screen(page).row("Write the whole report")).toBeVisible();
  });

  test("a time, a due and a repetition in words outlive the page too, and Escape lets them go", async ({ page }) => {
    const { panel } = screen(page);
    const time = panel.getByRole("textbox", { name: "Time" });
    const due = page.getByRole("dialog", { name: "Due" }).getByLabel("Type a date");
    const repeat = page.getByRole("dialog", { name: "Repeat" }).getByLabel("Type how often");
    await panel.getByRole("button", { name: "Repeat: None" }).click();
    await repeat.fill("every other Tues");
    await page.mouse.click(400, 800);
    await panel.getByRole("button", { name: /^Due:/ }).click();
    await due.fill("fri 5");
    await page.mouse.click(400, 800);
    await time.fill("half pa");
    await expectKept(page, "every other Tues", "fri 5", "half pa");
    await page.reload();
    await expect(time).toHaveValue("half pa");
    await panel.getByRole("button", { name: "Discard" }).click();
    await expect(time).toHaveValue("");
    await panel.getByRole("button", { name: "Repeat: None" }).click();
    await expect(repeat).toHaveValue("every other Tues");
    await repeat.press("Escape");
    await panel.getByRole("button", { name: /^Due:/ }).click();
    await expect(due).toHaveValue("fri 5");
    await due.press("Escape");
    await expect.poll(async () => (await kept(page)).drafts).toEqual([]);
  });

  test("a tag’s name that is too long, or could not be saved, is in the field again until it is", async ({ page }) => {
    const { panel } = screen(page);
    const { tag } = fields(page);
    await tag.fill("n".repeat(51));
    await expect(panel.getByText("51 / 50")).toBeVisible();
    await expect(page.getByRole("option")).toHaveCount(0);
    await tag.fill("travel");
    await page.route("**/today*", (route) =>
      route.request().method() === "POST" ? route.fulfill({ status: 503 }) : route.fallback(),
    );
    await page.getByRole("option", { name: "Create “travel”" }).click();
    await expect(screen(page).notice).toContainText("Not saved");
    await expect(tag).toHaveValue("travel");
    await page.unrouteAll();
    await screen(page).notice.getByRole("button", { name: "Retry" }).click();
    await expect(panel.getByRole("button", { name: "Remove tag travel" })).toBeVisible();
    await expect(tag).toHaveValue("");
  });

  test("what was changed or deleted elsewhere meanwhile is not written over, and nothing is lost", async ({ page }) => {
    const { panel } = screen(page);
    const { description } = fields(page);
    const { id } = await saved(page, "Write report");
    await description.fill("Mine");
    await expectKept(page, "Mine");
    await page.request.patch(`/api/v1/tasks/${id}`, { data: { description: "Theirs" } });
    await page.reload();
    await expect(panel.getByRole("alert")).toContainText("to “Theirs”");
    await expect(description).toHaveValue("Mine");
    await panel.getByRole("button", { name: "Keep mine" }).click();
    await expect.poll(async () => (await saved(page, "Write report")).description).toBe("Mine");

    await description.fill("Mine, and more");
    await expectKept(page, "Mine, and more");
    await page.request.delete(`/api/v1/tasks/${id}`);
    await page.reload();
    const unsaved = page.getByRole("region", { name: "Not saved" });
    await expect(unsaved).toContainText("Mine, and more");
    await unsaved.getByRole("button", { name: "Discard" }).click();
    await expect(unsaved).toHaveCount(0);
  });
});

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

test("what is typed before the page listens stays in a conversation, a search and a name", async ({
  page,
  user: _,
}) => {
  const { composer, talk } = screen(page);
  const name = page.getByRole("textbox", { name: "Name" });
  const search = page.getByRole("searchbox", { name: "Search tasks" });
  await page.goto("/chat");
  await say(page, "add water the ferns tomorrow");
  await expect(page).toHaveURL(/chat\/./);
  for (const [path, field] of [
    [page.url(), composer],
    ["/settings", name],
    ["/search", search],
  ] as const) {
    const letScriptsCome = await holdScripts(page);
    await page.goto(path, { waitUntil: "commit" });
    await field.fill("Half a line");
    letScriptsCome();
    await page.waitForFunction(() => Object.keys(document.body).some((key) => key.startsWith("__reactProps")));
    await page.waitForLoadState("networkidle");
    await expect(field).toHaveValue("Half a line");
    await page.unrouteAll();
    if (field !== search) await expectKept(page, "Half a line");
    if (field === composer) await expect(talk).toContainText("water the ferns");
  }
  await expect(page).toHaveURL(/q=Half/);
  await page.goto("/settings");
  await expect(name).toHaveValue("Half a line");
  await expect(page.getByRole("main")).toContainText("Draft, not saved");
});

test("lines that were sent and whose answer never came are there after a reload, and are added once", async ({
  page,
  user: _,
}) => {
  const { check, quickAdd, row } = screen(page);
  await page.goto("/today");
  let reached = 0;
  await page.route("**/today", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    // The first reaches the server, the others do not; none is answered.
    if (reached++ === 0) await route.fetch();
  });
  await jot(page, "Arrived today");
  await expect.poll(async () => (await saved(page, "Arrived"))?.title).toBe("Arrived");
  await jot(page, "Never sent today");
  await quickAdd.fill("Being written");
  await expectKept(page, "Arrived today", "Never sent today", "Being written");
  await page.reload({ waitUntil: "load" });
  await page.unrouteAll();
  await expect(quickAdd).toHaveValue("Being written");
  const unsent = page.getByRole("list", { name: "Not added yet" });
  await expect(unsent.getByRole("listitem")).toHaveCount(2);
  for (const line of ["Arrived today", "Never sent today"])
    await unsent.getByRole("listitem").filter({ hasText: line }).getByRole("button", { name: "Add" }).click();
  await expect(unsent).toHaveCount(0);
  await expect(check("Never sent")).toBeEnabled();
  await page.reload();
  await expect(row("Arrived")).toHaveCount(1);
  await expect(row("Never sent")).toHaveCount(1);
});

test("a browser that is killed loses no more than the last moment", async () => {
  const baseURL = process.env.TANDEM_URL ?? "";
  const profile = await mkdtemp(join(tmpdir(), "tandem-profile-"));
  const start = () =>
    chromium.launchPersistentContext(profile, {
      executablePath: find(),
      args: ["--no-sandbox", "--disable-gpu"],
      baseURL,
    });
  try {
    const first = await start();
    await signUp(first, baseURL);
    const page = first.pages()[0] ?? (await first.newPage());
    const state = await first.cookies();
    await page.goto("/today");
    await screen(page).quickAdd.fill("Half a task");
    await screen(page).composer.fill("Half a question");
    await expectKept(page, "Half a task", "Half a question");
    const gone = first.waitForEvent("close");
    const devtools = await first.newCDPSession(page);
    await devtools.send("Browser.crash").catch(() => {}); // it answers nothing any more
    await gone;

    const second = await start();
    await second.addCookies(state);
    const again = await second.newPage();
    await again.goto("/today");
    await expect(screen(again).quickAdd).toHaveValue("Half a task");
    await expect(screen(again).composer).toHaveValue("Half a question");
    await second.close();
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
});

test("what is typed in the last moment is there again, also where the browser drops what a page that goes asks for", async ({
  page,
  context,
  user: _,
}) => {
  await context.addInitScript(() => {
    const { put } = IDBObjectStore.prototype;
    let isGoing = false;
    addEventListener("pagehide", () => {
      isGoing = true;
    });
    IDBObjectStore.prototype.put = function (...given) {
      return isGoing ? this.get("nothing") : put.apply(this, given);
    };
  });
  const at = (page: Page) => screen(page);
  await page.goto("/today");
  await at(page).composer.fill("Half a question");
  await at(page).quickAdd.fill("Half a task");
  await page.reload({ waitUntil: "load" });
  await expect(at(page).quickAdd).toHaveValue("Half a task");
  await expect(at(page).composer).toHaveValue("Half a question");

  // What another tab does with it afterwards stands.
  const other = await context.newPage();
  await other.goto("/today");
  await at(page).quickAdd.fill("A whole task");
  await page.close();
  await expect(at(other).quickAdd).toHaveValue("A whole task");
  await at(other).quickAdd.press("Enter");
  await expect(at(other).check("A whole task")).toBeEnabled();
  await expect.poll(async () => (await kept(other)).drafts).toEqual(["Half a question"]);
  await at(other).quickAdd.fill("Half another");
  await other.goto("/upcoming");
  await other.goto("/today");
  await expect(at(other).quickAdd).toHaveValue("Half another");
  await expect(at(other).row("A whole task")).toHaveCount(1);
});

test("where the browser keeps nothing, the app works, and says once what it cannot keep", async ({ page, user: _ }) => {
  const { check, notice, quickAdd } = screen(page);
  await page.addInitScript(() => {
    Object.defineProperty(window, "indexedDB", { get: () => undefined });
  });
  await page.goto("/today");
  await quickAdd.fill("Half a task");
  await expect(notice.getByText("can’t keep drafts")).toHaveCount(1);
  await quickAdd.fill("A whole task");
  await quickAdd.press("Enter");
  await expect(check("A whole task")).toBeEnabled();
  await quickAdd.fill("Half another");
  await page.waitForTimeout(500); // longer than the pause after which it is kept
  await expect(notice.getByText("can’t keep drafts")).toHaveCount(1);
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
