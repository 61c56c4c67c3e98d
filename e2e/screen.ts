import { expect, type Locator, type Page, type Route } from "@playwright/test";

/** What a person sees and takes hold of, by role and visible words. */
export const screen = (page: Page) => ({
  views: page.getByRole("navigation", { name: "Tandem" }),
  quickAdd: page.getByRole("combobox", { name: "Add a task" }),
  row: (title: string) =>
    page
      .getByRole("main")
      .getByRole("listitem")
      .filter({ has: page.getByRole("link", { name: title, exact: true }) }),
  /** It can be used as soon as the task is kept; until then the row only shows what is expected. */
  check: (title: string) =>
    page
      .getByRole("main")
      .getByRole("checkbox", { name: new RegExp(`^Complete ${literal(title)}(, \\w+ priority)?$`) }),
  panel: page.getByRole("region", { name: "Task", exact: true }),
  notice: page.getByRole("region", { name: "Notices" }),
  composer: page.getByRole("textbox", { name: "Message the assistant" }),
  talk: page.getByRole("log", { name: "Conversation" }),
});

const literal = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Types a line into quick add and presses Enter. */
export async function jot(page: Page, line: string): Promise<void> {
  const { quickAdd } = screen(page);
  await quickAdd.fill(line);
  await quickAdd.press("Enter");
}

/** Presses one of the page's own keys until it is heard: a page that is still loading hears none. */
export async function pressKey(page: Page, key: string, shown: Locator) {
  await expect(async () => {
    await page.keyboard.press(key);
    await shown.waitFor({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
}

/** Holds the scripts of the pages that come from now on. @returns what lets them come. */
export async function holdScripts(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route("**/_next/static/**/*.js", async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}

/** Pastes a text into a field, from the clipboard. */
export async function paste(page: Page, field: Locator, text: string) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await field.focus();
  await page.keyboard.press("ControlOrMeta+v");
}

/** Says something to the assistant that is open on the page, and waits until it has answered. */
export async function say(page: Page, words: string): Promise<void> {
  const { composer, talk } = screen(page);
  const replies = talk.getByRole("article", { name: "Assistant" });
  const before = await replies.count();
  await composer.fill(words);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await replies.nth(before).waitFor();
  await page.getByRole("button", { name: "Stop", exact: true }).waitFor({ state: "hidden" });
}

/** What a page writes from now on. */
export function writesOf(page: Page) {
  const writes: string[] = [];
  page.on("request", (request) => request.method() !== "GET" && writes.push(`${request.method()} ${request.url()}`));
  return {
    /** Forgets what was written until now. */
    clear: () => writes.splice(0),
    /** Once the page has dealt with all that was done to it: a frame was drawn, and a request that it sent then is answered. */
    async settled(): Promise<string[]> {
      await page.evaluate(async () => {
        await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
        await fetch("/api/health");
      });
      return writes;
    },
  };
}

const unavailable = (route: Route) => route.fulfill({ status: 503 });

/** Lets the page's next writes reach the server, and their answers get lost on the way back. */
export async function loseAnswer(page: Page, times = 1, answer = unavailable): Promise<void> {
  await onWrite(page, times, async (route) => {
    await route.fetch();
    return answer(route);
  });
}

/** Holds the page's next write back. @returns how to let it go on. */
export async function holdWrite(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await onWrite(page, 1, async (route) => {
    await released;
    return route.fallback();
  });
  return release;
}

async function onWrite(page: Page, times: number, act: (route: Route) => Promise<void>) {
  const here = new URL(page.url()).pathname;
  const written = ({ pathname, searchParams }: URL) => pathname === here && !searchParams.has("_rsc");
  await page.route(written, (route) => (route.request().method() === "POST" ? act(route) : route.fallback()), {
    times,
  });
}
