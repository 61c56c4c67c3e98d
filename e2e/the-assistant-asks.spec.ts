import AxeBuilder from "@axe-core/playwright";
import type { APIRequestContext, Page } from "@playwright/test";
import { serve } from "@/assistant/testing/openai-server";
import { day } from "@/e2e/days";
import { expect, signUp, test } from "@/e2e/fixtures";
import { expectKept, kept } from "@/e2e/people";
import { say, screen } from "@/e2e/screen";
import { type Server, startFresh } from "@/e2e/server";

async function add(http: APIRequestContext, titles: string[], more: object = {}) {
  const made: string[] = [];
  for (let at = 0; at < titles.length; at += 20) {
    const answers = await Promise.all(
      titles.slice(at, at + 20).map((title) => http.post("/api/v1/tasks", { data: { title, ...more } })),
    );
    for (const answer of answers) made.push((await answer.json()).id);
  }
  return made;
}
const open = async (http: APIRequestContext) =>
  (await (await http.get("/api/v1/tasks?view=open&limit=200")).json()).items.length;

test("every row stands in the question, however many: they are counted, shown on demand, and struck off by keyboard", async ({
  page,
  user: _,
}) => {
  test.slow();
  const many = Array.from({ length: 120 }, (_, n) => `Bill ${n}`);
  await add(page.request, many, { dueDate: day() });
  await page.goto("/today");
  await say(page, "Complete all tasks due today");
  const question = page.getByRole("group", { name: "Complete 120 tasks?" });
  await expect(question).toBeVisible();
  await expect(question.getByRole("checkbox")).toHaveCount(8);
  await question.getByRole("button", { name: "Show all 120" }).click();
  await expect(question.getByRole("checkbox")).toHaveCount(120);
  await question.getByRole("checkbox", { name: /Bill 119/ }).focus();
  await page.keyboard.press("Space");
  await expect(page.getByRole("group", { name: "Complete 119 tasks?" })).toBeVisible();
  const axe = await new AxeBuilder({ page }).include("[role=log]").analyze();
  expect(axe.violations).toEqual([]);
  await page.getByRole("button", { name: "Complete", exact: true }).click();
  await expect(screen(page).talk).toContainText("You completed 119 tasks");
  expect(await open(page.request)).toBe(1);
});

test("subtasks stand under their task and go along with it, tasks under their tag", async ({ page, user: _ }) => {
  const { talk } = screen(page);
  const [parent] = await add(page.request, ["Pack for Porto"], { tags: ["trip"] });
  await add(page.request, ["Passport", "Charger"], { parentId: parent });
  await add(
    page.request,
    ["a", "b", "c", "d", "e"].map((letter) => `Ticket ${letter}`),
    { tags: ["trip"] },
  );
  await page.goto("/today");
  await say(page, "complete pack for porto");
  const question = talk.getByRole("group", { name: "Complete 3 tasks?" });
  await expect(question.getByRole("checkbox")).toHaveCount(1);
  for (const title of ["Pack for Porto", "Passport", "Charger"])
    await expect(question.getByRole("listitem").filter({ hasText: title })).toHaveCount(1);
  await question.getByRole("checkbox").uncheck();
  await expect(talk.getByRole("button", { name: "Complete", exact: true })).toBeDisabled();
  await talk.getByRole("button", { name: "Cancel" }).click();
  await expect(talk).toContainText("You cancelled this");

  await say(page, "rename the tag trip to travel");
  const renaming = talk.getByRole("group", { name: "Change the tag “trip” on 6 tasks?" });
  await expect(renaming.getByRole("listitem").first()).toContainText("#travel");
  await talk.getByRole("button", { name: "Change", exact: true }).click();
  await expect(page.getByRole("navigation", { name: "Tandem" }).getByRole("link", { name: /travel/ })).toBeVisible();
});

test.describe("with a model that takes its time", () => {
  test.describe.configure({ mode: "default" }); // one server for all of them
  /** What it is asked slowly it answers when it is told to. */
  let slow = Promise.withResolvers<void>();
  let model: Awaited<ReturnType<typeof serve>>;
  let server: Server;
  test.beforeAll(async () => {
    model = await serve([
      ({ messages }) => {
        const said = String(messages.findLast(({ role }) => role === "user")?.content);
        if (said.startsWith("Slow")) return { text: "Here you are.", waits: slow.promise };
        if (said === "Links")
          return {
            text: "[your bank](https://bank.example@evil.example/in), see https://example.com/a ![a picture](https://evil.example/p.png)",
          };
        return { text: `You said ${said}.` };
      },
    ]);
    server = await startFresh({ AI_MODEL: "local/m", OPENAI_BASE_URL: model.url });
  });
  test.afterAll(async () => {
    await server.stop();
    await model.close();
  });

  /** Asks for an answer that comes with `slow.resolve()`, and waits until the server has begun it. */
  async function askSlowly(page: Page, text: string) {
    slow = Promise.withResolvers();
    const begun = page.waitForResponse((answer) => answer.url().endsWith("/api/chat"));
    await screen(page).composer.fill(text);
    await screen(page).composer.press("Enter");
    expect((await begun).status()).toBe(200);
    await expect(page.getByRole("button", { name: "Stop" })).toBeVisible();
  }

  /** Two windows of one person, both on the same conversation, which is being answered in the first. */
  async function answering(pages: { first: Page; second: Page }) {
    const { first, second } = pages;
    await first.goto("/chat");
    await say(first, "Hello");
    await expect(first).toHaveURL(/\/chat\/.+/);
    await second.goto(first.url());
    await expect(second.getByText("You said Hello.")).toBeVisible();
    await askSlowly(first, "Slow, please");
  }

  test("a message from another window waits in sight, and is sent when the answer is there", async ({ browser }) => {
    test.slow();
    const context = await browser.newContext({ baseURL: server.url });
    await signUp(context, server.url);
    const [first, second] = [await context.newPage(), await context.newPage()];
    await answering({ first, second });
    const { composer, talk } = screen(second);
    await composer.fill("And the milk");
    await composer.press("Enter");
    await expect(second.getByText("Waiting for an answer in another window")).toBeVisible();
    // Kept for a reload of its own window, it comes into no other.
    await expectKept(second, "And the milk");
    await first.waitForTimeout(500); // longer than tabs take to hear of a draft
    await expect(screen(first).composer).toHaveValue("");
    await expect(composer).toHaveValue("");
    await second.getByRole("button", { name: "Edit" }).click();
    await expect(composer).toHaveValue("And the milk");
    await expect(talk.getByText("And the milk")).toHaveCount(0);

    await composer.fill("And the bread");
    await second.reload();
    await expect(composer).toHaveValue("And the bread");
    slow.resolve();
    await expect(talk.getByText("Here you are.")).toBeVisible({ timeout: 30_000 });

    // The two windows share a draft: what is sent in the first takes the place of these words, and then they are gone here, too.
    await askSlowly(first, "Slow again");
    await composer.fill("And the butter");
    slow.resolve();
    // As soon as this window knows of an answer that is being written, Enter leaves the words in the box.
    await expect(async () => {
      await composer.press("Enter");
      await expect(composer).toHaveValue("", { timeout: 500 });
    }).toPass();
    await expect(talk.getByText("You said And the butter.")).toBeVisible({ timeout: 40_000 });
    await first.reload();
    await expect(screen(first).talk.getByText("You said And the butter.")).toBeVisible();
    await context.close();
  });

  test("a message that waits outlives its page, is sent once, and removed it stays away", async ({ browser }) => {
    test.slow();
    const context = await browser.newContext({ baseURL: server.url });
    await signUp(context, server.url);
    const [first, second] = [await context.newPage(), await context.newPage()];
    await answering({ first, second });
    const { composer, talk } = screen(second);
    const waits = second.getByText("Waiting for an answer in another window");
    const held = second.getByRole("list", { name: "Not sent yet" });
    await composer.fill("And the milk");
    await composer.press("Enter");
    await expect(waits).toBeVisible();
    await expectKept(second, "And the milk");
    await second.reload();
    await expect(held.getByText("And the milk")).toBeVisible();
    await expect(composer).toHaveValue("");
    slow.resolve();
    await expect(talk.getByText("Here you are.")).toBeVisible({ timeout: 30_000 });
    await held.getByRole("button", { name: "Send" }).click();
    await expect(talk.getByText("You said And the milk.")).toBeVisible();
    await expect(held).toHaveCount(0);
    await expect.poll(async () => (await kept(second)).drafts).toEqual([]);
    await second.reload();
    await expect(talk.getByText("And the milk", { exact: true })).toHaveCount(1);
    await expect(held).toHaveCount(0);

    await askSlowly(first, "Slow again");
    await composer.fill("Never mind");
    await composer.press("Enter");
    await expect(waits).toBeVisible();
    await second.getByRole("button", { name: "Remove" }).click();
    await expect.poll(async () => (await kept(second)).drafts).toEqual([]);
    await second.reload();
    await expect(talk.getByText("Slow again")).toBeVisible();
    await expect(second.getByText("Never mind")).toHaveCount(0);
    await expect(composer).toHaveValue("");
    slow.resolve();
    await context.close();
  });

  test("a conversation that is deleted in another window ends its answer; what is said to it begins another one", async ({
    browser,
  }) => {
    test.slow();
    const context = await browser.newContext({ baseURL: server.url });
    await signUp(context, server.url);
    const [first, second] = [await context.newPage(), await context.newPage()];
    await answering({ first, second });
    const id = first.url().split("/").at(-1);
    await context.request.delete(`/api/v1/conversations/${id}`);
    await expect(first.getByRole("button", { name: "Stop" })).toBeHidden({ timeout: 3_000 });
    const { composer } = screen(second);
    await composer.fill("Are you there?");
    await composer.press("Enter");
    await second.getByRole("button", { name: "Send it in a new chat" }).click();
    await expect(composer).toHaveValue("Are you there?");
    await composer.press("Enter");
    await expect(screen(second).talk.getByText("You said Are you there?.")).toBeVisible();
    await context.close();
  });

  test("a link says where it leads, and nothing of the operator's is told", async ({ browser }) => {
    const context = await browser.newContext({ baseURL: server.url });
    await signUp(context, server.url);
    const page = await context.newPage();
    await page.goto("/today");
    await say(page, "Links");
    const bank = screen(page).talk.getByRole("link", { name: "your bank (evil.example)" });
    await expect(bank).toHaveAttribute("href", "https://evil.example/in");
    await expect(bank).toHaveAttribute("rel", "noopener noreferrer nofollow");
    await expect(screen(page).talk.getByRole("link", { name: "https://example.com/a", exact: true })).toBeVisible();
    await expect(screen(page).talk.locator("img")).toHaveCount(0);
    await page.getByRole("button", { name: "local/m" }).click();
    await expect(page.getByText(/AI_MODEL|API_KEY/)).toHaveCount(0);
    await context.close();
  });
});
