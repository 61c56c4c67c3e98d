import { type BrowserContext, expect, type Page } from "@playwright/test";
import { signUp } from "@/e2e/fixtures";

export type Person = Awaited<ReturnType<typeof signUp>>;

/** An account in a browser of its own, which is closed again. */
export async function anotherPerson(page: Page): Promise<Person> {
  const baseURL = process.env.TANDEM_URL ?? "";
  const context = await page.context().browser()?.newContext({ baseURL });
  if (!context) throw new Error("There is no browser.");
  const person = await signUp(context, baseURL);
  await context.close();
  return person;
}

/** A page of the same person's on another device. Close its context. */
export async function onAnotherDevice(page: Page, { email, password }: Person): Promise<Page> {
  const { origin } = new URL(page.url());
  const context = await page.context().browser()?.newContext({ baseURL: origin });
  if (!context) throw new Error("There is no browser.");
  await context.request.post("/api/auth/sign-in/email", { headers: { Origin: origin }, data: { email, password } });
  return context.newPage();
}

/** Fills in the page to sign in, or the dialog for it. */
export async function signIn(page: Page, { email, password }: Person): Promise<void> {
  const dialog = page.getByRole("dialog", { name: "Sign in" });
  const form = (await dialog.isVisible()) ? dialog : page.getByRole("main");
  await form.getByLabel("Email").fill(email);
  await form.getByLabel("Password", { exact: true }).fill(password);
  await form.getByRole("button", { name: "Sign in" }).click();
}

/** Ends the session behind the page's back, as expiry does. */
export async function loseSession(context: BrowserContext): Promise<void> {
  await context.clearCookies();
}

/** All that the browser keeps of drafts, and of whom it keeps what. */
export async function kept(page: Page) {
  return page.evaluate(async () => {
    // Opened here first, it would come to be without what the page keeps in it.
    const isThere = (await indexedDB.databases()).some(({ name }) => name === "tandem");
    if (!isThere) return { drafts: [], keys: Object.keys(localStorage) };
    const drafts = await new Promise<Array<{ field: string; draft: { text: string } }>>((resolve, reject) => {
      const opening = indexedDB.open("tandem");
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const { result: database } = opening;
        const reading = database.transaction("drafts").objectStore("drafts").getAll();
        reading.onsuccess = () => {
          resolve(reading.result);
          database.close();
        };
      };
    });
    return { drafts: drafts.map(({ draft }) => draft.text), keys: Object.keys(localStorage) };
  });
}

/** Stores words beside a field, as another tab would, for a page that is loaded next. */
export async function keepBeside(page: Page, field: string, draft: { text: string }): Promise<void> {
  await page.evaluate(
    async ([field, draft]) => {
      const [user = ""] = (localStorage.getItem("tandem user") ?? "").split(" ");
      const opening = indexedDB.open("tandem");
      await new Promise((resolve, reject) => {
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction("drafts", "readwrite");
          writing.objectStore("drafts").put({ user, field: `${field}#${crypto.randomUUID()}`, draft, at: Date.now() });
          writing.oncomplete = resolve;
        };
      });
      opening.result.close();
    },
    [field, draft] as const,
  );
}

/** Waits until these words are stored. */
export async function expectKept(page: Page, ...texts: string[]): Promise<void> {
  await expect.poll(async () => (await kept(page)).drafts).toEqual(expect.arrayContaining(texts));
}
