import { expect, signUp, test } from "@/e2e/fixtures";
import { jot, screen } from "@/e2e/screen";
import { startFresh } from "@/e2e/server";

const BLOCKED = "Your browser is blocking cookies.";

test("two Tandems on one host do not sign each other out", async ({ browser, serverURL }) => {
  const other = await startFresh();
  const context = await browser.newContext();
  try {
    const names: string[] = [];
    for (const url of [serverURL, other.url]) {
      const { email } = await signUp(context, url);
      const page = await context.newPage();
      await page.goto(`${url}/settings`);
      await expect(page.getByText(email).first()).toBeVisible();
      names.push(email);
    }
    for (const [at, url] of [serverURL, other.url].entries()) {
      const page = await context.newPage();
      await page.goto(`${url}/`);
      await expect(page).toHaveURL(`${url}/today`);
      await page.goto(`${url}/settings`);
      await expect(page.getByText(names[at] ?? "").first()).toBeVisible();
    }
    const out = await context.request.post(`${serverURL}/api/auth/sign-out`, { headers: { origin: serverURL } });
    expect(out.status()).toBe(200);
    expect((await context.request.get(`${serverURL}/api/v1/tasks`)).status()).toBe(401);
    expect((await context.request.get(`${other.url}/api/v1/tasks`)).status()).toBe(200);
    const page = await context.newPage();
    await page.goto(serverURL);
    await expect(page.getByRole("button", { name: "Try it without an account" }).first()).toBeVisible();
  } finally {
    await context.close();
    await other.stop();
  }
});

test("a guest from before cookies were named by port keeps the list, and goes on under the new name", async ({
  page,
}) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Try it without an account" }).first().click();
  await jot(page, "Water the ferns");
  await expect(screen(page).check("Water the ferns")).toBeEnabled();

  const [cookie] = (await page.context().cookies()).filter(({ name }) => name.endsWith(".session_token"));
  if (!cookie) throw new Error("There is no session cookie.");
  expect(cookie.name).toBe(`tandem-${new URL(page.url()).port}.session_token`);
  await page.context().clearCookies();
  await page.context().addCookies([{ ...cookie, name: "tandem.session_token" }]);
  expect((await page.request.get("/api/v1/tasks")).status()).toBe(200);

  await page.goto("/");
  await expect(screen(page).row("Water the ferns")).toBeVisible();
  const now = await page.context().cookies();
  expect(now.map(({ name }) => name)).toContain(cookie.name);
  expect(now.map(({ name }) => name)).not.toContain("tandem.session_token");
  expect(now.find(({ name }) => name === cookie.name)).toMatchObject({
    value: cookie.value,
    httpOnly: true,
    sameSite: "Lax",
  });
  await jot(page, "And the fig");
  await expect(screen(page).check("And the fig")).toBeEnabled();
});

test("a browser that keeps no cookies is told so, after trying and before", async ({ page }) => {
  // As for a browser that drops every cookie.
  await page.route("**/*", async (route) => {
    const { cookie: _, ...headers } = await route.request().allHeaders();
    const response = await route.fetch({ headers, maxRedirects: 0 });
    await page.context().clearCookies(); // those of its own requests Playwright keeps
    const { "set-cookie": __, ...kept } = response.headers();
    await route.fulfill({ response, headers: kept });
  });
  await page.goto("/");
  await page.getByRole("button", { name: "Try it without an account" }).first().click();
  await expect(page.getByRole("alert").filter({ hasText: BLOCKED })).toBeVisible();
  await page.unrouteAll({ behavior: "ignoreErrors" });

  await page.addInitScript(() => Object.defineProperty(navigator, "cookieEnabled", { get: () => false }));
  for (const path of ["/", "/sign-in", "/sign-up"]) {
    await page.goto(path);
    await expect(page.getByRole("alert").filter({ hasText: BLOCKED }).first()).toBeVisible();
  }
});
