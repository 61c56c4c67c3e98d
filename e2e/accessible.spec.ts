import { expectNoHiddenFocus, expectNoViolation } from "@/e2e/axe";
import { expect, test } from "@/e2e/fixtures";
import { smallTargets } from "@/e2e/layout";
import { plainPages } from "@/e2e/pages";
import { expectKept, loseSession } from "@/e2e/people";
import { screen } from "@/e2e/screen";
import { desktopStates, furnish, phoneStates, states } from "@/e2e/states";

test("axe finds no violation on the public pages", async ({ page }) => {
  test.slow();
  for (const path of ["/", "/sign-in", "/sign-up", "/reset", "/no-such-page"]) {
    await page.goto(path);
    await expectNoViolation(page, path);
  }
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expectNoViolation(page, "/sign-in, refused");
});

/** What opens over a page is the same on both: on a desk only what is there alone is opened, unless the long tests run. */
const onDesk = process.env.TANDEM_LONG ? { ...states, ...desktopStates } : desktopStates;

/** Pages that are the same whatever there is. */
const neverEmpty = new Set(["/chat", "/settings", "/search"]);

for (const [device, viewport, all] of [
  ["a desk", { width: 1440, height: 900 }, onDesk],
  ["a phone", { width: 390, height: 844 }, { ...states, ...phoneStates }],
] as const) {
  test.describe(`on ${device}`, () => {
    const isPhone = device === "a phone";
    // From the start: a page that changes its colours is between two of them for a while.
    test.use({ viewport, hasTouch: isPhone, isMobile: isPhone, colorScheme: isPhone ? "dark" : "light" });

    test("axe finds no violation on any page, be it empty or not", async ({ page, user: _ }) => {
      test.setTimeout(300_000);
      const onlyOnADesk = device === "a phone" && !process.env.TANDEM_LONG; // they differ little
      for (const path of onlyOnADesk ? [] : plainPages.filter((path) => !neverEmpty.has(path))) {
        await page.goto(path);
        await expectNoViolation(page, `${path}, empty`);
      }
      const { tag, chat } = await furnish(page);
      for (const path of [...plainPages, `/tags/${tag}`, "/search?q=mum", "/conversations?q=stamps", `/chat/${chat}`]) {
        await page.goto(path);
        await expectNoViolation(page, path);
        await expectNoHiddenFocus(page, path);
      }
    });

    test(`axe finds no violation in any state that one can open${isPhone ? ", and all that is pressed is as large as a finger" : ""}`, async ({
      page,
      user: _,
    }) => {
      test.setTimeout(600_000);
      const ids = await furnish(page);
      for (const [state, open] of Object.entries(all)) {
        await test.step(state, async () => {
          // Each state begins anew: the same address again would take the place of what is open.
          await page.goto("about:blank", { waitUntil: "load" });
          await open(page, ids);
          await expectNoViolation(page, state);
          await expectNoHiddenFocus(page, state);
          if (isPhone) expect.soft(await smallTargets(page), state).toEqual([]);
        });
      }
    });

    test("axe finds no violation where something is not saved", async ({ page, context, user: _ }) => {
      test.slow();
      const { quickAdd } = screen(page);
      const description = page.getByRole("textbox", { name: "Description" }); // in a panel, or a sheet
      const task = await page.request.post("/api/v1/quick-add", { data: { text: "Call mum today" } });
      const { id } = await task.json();
      await page.goto(`/today?task=${id}`);
      await description.fill("x".repeat(1001));
      await description.press("Escape");
      await expect(page.getByRole("alert").filter({ hasText: "characters" })).toBeVisible();
      await expectKept(page, "x".repeat(1001));
      await expectNoViolation(page, "too long");
      await page.reload();
      await expect(page.getByText("Draft, not saved")).toBeVisible();
      await expectNoViolation(page, "a draft");
      await page.goto("/today");
      await quickAdd.fill("Half a task");
      await loseSession(context);
      await quickAdd.press("Enter");
      const banner = page.getByRole("alert").filter({ hasText: "You’re signed out" });
      await expect(banner).toBeVisible();
      await expectNoViolation(page, "signed out");
      await banner.getByRole("button", { name: "Sign in" }).click();
      await expect(page.getByRole("dialog", { name: "Sign in" })).toBeVisible();
      await expectNoViolation(page, "the dialog to sign in");
    });
  });
}

test("every control of a row says whose it is, and its check the priority", async ({ page, user: _ }) => {
  await furnish(page);
  await page.goto("/tasks?sort=manual");
  const row = screen(page).row("Call mum");
  await expect(row.getByRole("checkbox", { name: "Complete Call mum, high priority", exact: true })).toBeAttached();
  for (const name of [
    "Due: Call mum",
    "Skip this one: Call mum",
    "Priority: Call mum",
    "Delete Call mum",
    "Move Call mum",
  ])
    await expect(row.getByRole("button", { name, exact: true })).toBeAttached();
});

test("a notice waits, is reached by F6, and takes the focus from nobody", async ({ page, user: _ }) => {
  await furnish(page);
  await page.goto("/tasks");
  const { notice, row } = screen(page);
  await row("Some day").getByRole("link").focus();
  await page.keyboard.press("Delete");
  await expect(notice.getByRole("button", { name: "Undo" })).toBeVisible();
  await expect(page.locator("[data-row] [data-title]:focus")).toHaveCount(1);
  await page.keyboard.press("F6");
  await expect(notice).toBeFocused();
  await page.waitForTimeout(9_000); // longer than it stays unless it is in use
  await notice.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(row("Some day")).toBeVisible();
});

test("a dialog that asks for a name begins in the field, and gives the focus back", async ({ page, user: _ }) => {
  await furnish(page);
  await page.goto("/today");
  const { views } = screen(page);
  const opener = views.getByRole("button", { name: "New tag" });
  await opener.press("Enter");
  const dialog = page.getByRole("dialog", { name: "New tag" });
  await expect(dialog.getByRole("textbox", { name: "Name" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(opener).toBeFocused();

  await views.getByRole("button", { name: "Options for family" }).press("Enter");
  await page.getByRole("menuitem").first().press("Enter");
  await expect(page.getByRole("dialog").getByRole("textbox", { name: "Name" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(views.getByRole("button", { name: "Options for family" })).toBeFocused();
});

test("what has the focus is not under the tabs of a phone or a heading that stays", async ({ page, user: _ }) => {
  await page.setViewportSize({ width: 390, height: 500 });
  for (let n = 0; n < 14; n++) await page.request.post("/api/v1/tasks", { data: { title: `Task ${n}` } });
  await page.goto("/tasks");
  await screen(page).row("Task 0").getByRole("link").focus();
  for (let n = 0; n < 13; n++) {
    await page.keyboard.press("j");
    const isSeen = await page.evaluate(() => {
      const focused = document.activeElement;
      const { left, top, bottom } = focused?.getBoundingClientRect() ?? new DOMRect();
      return [top + 2, bottom - 2].every((y) =>
        focused?.closest("li")?.contains(document.elementFromPoint(left + 5, y)),
      );
    });
    expect(isSeen, `row ${n + 1}`).toBe(true);
  }
});
