import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { ensure } from "@/e2e/browser";
import { day } from "@/e2e/days";
import { signUp } from "@/e2e/fixtures";
import { say } from "@/e2e/screen";
import { startFresh } from "@/e2e/server";

const OUT = "/tmp/look-asks";
const server = await startFresh();
const browser = await chromium.launch({
  executablePath: ensure(),
  args: ["--no-sandbox", "--disable-background-networking"],
});
try {
  await mkdir(OUT, { recursive: true });
  const context = await browser.newContext({
    baseURL: server.url,
    viewport: { width: 1440, height: 900 },
    timezoneId: "Europe/Berlin",
    locale: "en-GB",
  });
  const page = await context.newPage();
  await signUp(context, server.url);
  const http = context.request;
  const add = async (data: object) => (await (await http.post("/api/v1/tasks", { data })).json()).id as string;
  for (let n = 0; n < 60; n++) await add({ title: `Answer the letter of tenant ${n}`, dueDate: day(0) });
  const trip = await add({ title: "Pack for Porto", tags: ["trip"], dueDate: day(3), repeat: "FREQ=YEARLY" });
  for (const title of [
    "Passport",
    "Charger",
    "A rather long subtask that says what kind of shoes to bring for the walks along the river",
  ])
    await add({ title, parentId: trip });
  for (let n = 0; n < 6; n++) await add({ title: `Ticket ${n}`, tags: ["trip"], dueDate: day(n) });
  const shots = [
    "complete all tasks due today",
    "complete pack for porto",
    "rename the tag trip to travel",
    "move all tickets to 3 march",
    "add to shopping: eggs, milk, bread, salt, tea, rice, jam",
    "delete everything in trip",
  ];
  const chats: string[] = [];
  for (const words of shots) {
    await page.goto("/chat");
    await say(page, words);
    await page.waitForURL(/\/chat\/.+/);
    chats.push(page.url());
  }
  await page.goto("/chat");
  await say(
    page,
    "add call mum tomorrow, and book the dentist on friday, and buy stamps, and water the ferns, and pay the rent",
  );
  await page.waitForURL(/\/chat\/.+/);
  chats.push(page.url());
  await page.goto("/chat");
  await say(page, "complete all tickets");
  await page.getByRole("button", { name: "Complete", exact: true }).click();
  await page.waitForTimeout(1500);
  await say(page, "undo that");
  await page.waitForURL(/\/chat\/.+/);
  chats.push(page.url());
  const state = join(server.folder, "state.json");
  await context.storageState({ path: state });
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const)
    for (const colorScheme of ["light", "dark"] as const) {
      const ctx = await browser.newContext({
        baseURL: server.url,
        viewport: { width, height },
        colorScheme,
        storageState: state,
        timezoneId: "Europe/Berlin",
        locale: "en-GB",
      });
      const p = await ctx.newPage();
      for (const [at, url] of chats.entries()) {
        await p.goto(url);
        await p.waitForLoadState("networkidle");
        await p.waitForTimeout(300);
        await p.screenshot({ path: `${OUT}/${at}-${colorScheme}-${width}.png` });
      }
      await ctx.close();
    }
} finally {
  await browser.close();
  await server.stop();
}
