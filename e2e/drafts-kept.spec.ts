import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { find } from "@/e2e/browser";
import { expect, signUp, test } from "@/e2e/fixtures";
import { expectKept, kept } from "@/e2e/people";
import { holdScripts, say, screen } from "@/e2e/screen";
import { fields, openTask, saved } from "@/e2e/task-fields";

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
  for (const [path, field, words] of [
    [page.url(), composer, "Half a question"],
    ["/settings", name, "Half a name"],
    ["/search", search, "Half a line"],
  ] as const) {
    const letScriptsCome = await holdScripts(page);
    await page.goto(path, { waitUntil: "commit" });
    await field.fill(words);
    letScriptsCome();
    await page.waitForFunction(() => Object.keys(document.body).some((key) => key.startsWith("__reactProps")));
    await page.waitForLoadState("networkidle");
    await expect(field).toHaveValue(words);
    await page.unrouteAll();
    if (field !== search) await expectKept(page, words);
    if (field === composer) await expect(talk).toContainText("water the ferns");
  }
  await expect(page).toHaveURL(/q=Half/);
  await page.goto("/settings");
  await expect(name).toHaveValue("Half a name");
  await expect(page.getByRole("main")).toContainText("Draft, not saved");
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

test("React puts no other words into a textarea while it takes it over", async ({ page, user: _ }) => {
  await openTask(page);
  const { description } = fields(page);
  const { id } = await saved(page, "Write report");
  await page.request.patch(`/api/v1/tasks/${id}`, { data: { description: "Saved words" } });
  // Each such moment is one in which a second pass would read the wrong ones.
  await page.addInitScript(() => {
    const value = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value");
    Object.defineProperty(HTMLTextAreaElement.prototype, "value", {
      ...value,
      set(next) {
        if (this.isConnected && next === "Saved words" && this.value !== next)
          document.documentElement.dataset.isPutIn = "";
        value?.set?.call(this, next);
      },
    });
  });
  const letScriptsCome = await holdScripts(page);
  await page.reload({ waitUntil: "commit" });
  await description.pressSequentially("!");
  letScriptsCome();
  await expectKept(page, "!Saved words");
  await expect(description).toHaveValue("!Saved words");
  await expect(page.locator("html")).not.toHaveAttribute("data-is-put-in");
});
