import { expect, signUp, test } from "@/e2e/fixtures";
import { anotherPerson, expectKept, loseSession, signIn } from "@/e2e/people";
import { jot, screen } from "@/e2e/screen";

test.beforeEach(async ({ page, user: _ }) => {
  await page.goto("/today");
  await jot(page, "Water the ferns today");
  await expect(screen(page).check("Water the ferns")).toBeEnabled();
});

const titles = async (http: import("@playwright/test").APIRequestContext, view = "all") =>
  ((await (await http.get(`/api/v1/tasks?view=${view}`)).json()).items as Array<{ title: string }>)
    .map(({ title }) => title)
    .sort();

test("what is done while signed out waits, is shown so, and is saved once after signing in, here or in another tab", async ({
  page,
  context,
  user,
}) => {
  const { check, row } = screen(page);
  const banner = page.getByRole("alert").filter({ hasText: "You’re signed out" });
  await loseSession(context);
  await jot(page, "Buy stamps today");
  await expect(banner).toBeVisible();
  await expect(row("Buy stamps")).toContainText("Not saved yet");
  await check("Water the ferns").click();
  await expect(row("Water the ferns")).toContainText("Not saved yet");

  await banner.getByRole("button", { name: "Sign in" }).click();
  await signIn(page, { ...user, password: "not my password" });
  const dialog = page.getByRole("dialog", { name: "Sign in" });
  await expect(dialog.getByRole("alert")).toContainText("Wrong email or password");
  await signIn(page, user);
  await expect(banner).toHaveCount(0);
  await expect(check("Buy stamps")).toBeEnabled();
  await expect(row("Buy stamps")).not.toContainText("Not saved yet");
  expect(await titles(page.request, "open")).toEqual(["Buy stamps"]);
  expect(await titles(page.request)).toEqual(["Buy stamps", "Water the ferns"]);

  await loseSession(context);
  await jot(page, "Post the letter today");
  await expect(banner).toBeVisible();
  const other = await context.newPage();
  await other.goto("/sign-in");
  await signIn(other, user);
  await expect(other.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  await expect(check("Post the letter")).toBeEnabled();
  await expect(banner).toHaveCount(0);
  await expect.poll(() => titles(page.request, "open")).toEqual(["Buy stamps", "Post the letter"]);
});

test("signed in as someone else, nothing of what waited is saved, and that is said", async ({ page, context }) => {
  const bob = await anotherPerson(page);
  await loseSession(context);
  await jot(page, "Never for Bob");
  await page.getByRole("alert").getByRole("button", { name: "Sign in" }).click();
  await signIn(page, bob);
  await expect(screen(page).notice).toContainText("Your last change wasn’t saved");
  await expect(page.getByText(/Never for Bob|ferns/)).toHaveCount(0);
  expect(await titles(page.request)).toEqual([]);
});

test("reading leads to sign in and back to where one was, with what was half written", async ({
  page,
  context,
  user,
}) => {
  const { quickAdd, views } = screen(page);
  await quickAdd.fill("Half a task");
  await loseSession(context);
  await views.getByRole("link", { name: /^Upcoming/ }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await signIn(page, user);
  await expect(page.getByRole("heading", { level: 1, name: "Upcoming" })).toBeVisible();
  await views.getByRole("link", { name: /^Today/ }).click();
  await expect(quickAdd).toHaveValue("Half a task");
});

test("a form that is sent before the page has loaded to its end leads back as well", async ({ browser, serverURL }) => {
  // Without scripts, what the server sends last never comes into the page.
  const context = await browser.newContext({ baseURL: serverURL, javaScriptEnabled: false });
  const user = await signUp(context, serverURL);
  await loseSession(context);
  const page = await context.newPage();
  await page.goto("/sign-in?next=%2Fupcoming", { waitUntil: "load" });
  await signIn(page, user);
  await expect(page).toHaveURL(/\/upcoming$/);
  await context.close();
});

test("a message to the assistant waits for signing in too, and is answered once", async ({ page, context, user }) => {
  const { composer, talk } = screen(page);
  await loseSession(context);
  await composer.fill("add buy oat milk today");
  await composer.press("Enter");
  const banner = page.getByRole("alert").filter({ hasText: "Sign in to save" });
  await expect(banner).toBeVisible();
  await expect(talk).toContainText("Sign in to send your message.");
  await banner.getByRole("button", { name: "Sign in" }).click();
  await signIn(page, user);
  await expect(talk.getByRole("article", { name: "Assistant" })).toContainText("oat milk");
  await expect(talk.getByRole("article", { name: "You" })).toHaveCount(1);
  expect(await titles(page.request)).toEqual(["Buy oat milk", "Water the ferns"]);
});

test("settings that could not be saved stay in the form, and the name in the browser", async ({ page, context }) => {
  await page.goto("/settings");
  const save = page.getByRole("button", { name: "Save", exact: true });
  await page.getByLabel("Name").fill("Ada Lovelace");
  await page.route(
    "**/settings",
    (route) => (route.request().method() === "POST" ? route.fulfill({ status: 503 }) : route.fallback()),
    { times: 1 },
  );
  await save.click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("can’t be reached");
  await expect(page.getByLabel("Name")).toHaveValue("Ada Lovelace");
  await expectKept(page, "Ada Lovelace");
  await page.reload();
  await expect(page.getByText("Draft, not saved")).toBeVisible();
  await expect(page.getByLabel("Name")).toHaveValue("Ada Lovelace");
  await loseSession(context);
  await save.click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("You’re signed out");
  await expect(page.getByLabel("Name")).toHaveValue("Ada Lovelace");
});
