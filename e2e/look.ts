import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type APIRequestContext, type Browser, chromium, type Page } from "@playwright/test";
import { ensure } from "@/e2e/browser";
import { day } from "@/e2e/days";
import { signUp } from "@/e2e/fixtures";
import { say } from "@/e2e/screen";
import { startFresh } from "@/e2e/server";

/**
 * Takes pictures of every page of the production build, at 1440, 1024 and 390 px, light and dark: `npm run build && npm run look`.
 * They go to test-results/look; README's own picture goes to docs/today.png.
 */
const OUT = "test-results/look";
const sizes = {
  1440: { width: 1440, height: 900 },
  1024: { width: 1024, height: 768 },
  390: { width: 390, height: 844 },
};

async function furnish(http: APIRequestContext): Promise<void> {
  const post = async (data: Record<string, unknown>) => {
    const response = await http.post("/api/v1/tasks", { data });
    if (!response.ok()) throw new Error(await response.text());
    return (await response.json()) as { id: string };
  };
  const colors = { family: "#E0607E", home: "#E0A030", thesis: "#8E6BD8", errands: "#17A2A2", reading: "#3C87DD" };
  for (const [name, color] of Object.entries(colors)) await http.post("/api/v1/tags", { data: { name, color } });
  await post({ title: "Return the library books", dueDate: day(-2), tags: ["errands"] });
  await post({ title: "Send the landlord the meter photo", dueDate: day(-1), tags: ["home"], priority: "high" });
  const writing = await post({
    title: "Write the discussion section",
    description: "Start from the notes on figure 3; the reviewers asked for limits.",
    dueDate: day(0),
    dueTime: "10:00",
    tags: ["thesis"],
    priority: "high",
  });
  const parts = [
    "Limits of the sample",
    "Compare with Okafor 2024",
    "Figure 3 caption",
    "What it means",
    "Cut to 900 words",
  ];
  for (const [at, title] of parts.entries()) {
    const { id } = await post({ title, parentId: writing.id });
    if (at < 2) await http.put(`/api/v1/tasks/${id}/completion`);
  }
  await post({ title: "Water the ferns", dueDate: day(0), repeat: "FREQ=DAILY;INTERVAL=3", tags: ["home"] });
  await post({ title: "Book the dentist for Nora", dueDate: day(0), priority: "medium", tags: ["family"] });
  await post({ title: "Read chapter 4 and note three questions", dueDate: day(0), tags: ["reading"] });
  await post({ title: "Pick up the parcel before six", dueDate: day(0), dueTime: "18:00", tags: ["errands"] });
  await post({ title: "Redraw figure 3", dueDate: day(1), tags: ["thesis"] });
  await post({ title: "Check the references", dueDate: day(2), tags: ["thesis"] });
  await post({ title: "Plan Porto", dueDate: day(9), tags: ["family"] });
  await post({ title: "Learn to sharpen the kitchen knives" });
  const done = await post({ title: "Reply to Ines about Porto", dueDate: day(0), tags: ["family"] });
  await http.put(`/api/v1/tasks/${done.id}/completion`);
  const gone = await post({ title: "Exchange the blue lampshade", tags: ["errands"] });
  await http.delete(`/api/v1/tasks/${gone.id}`);
}

async function talk(page: Page): Promise<void> {
  await page.goto("/today");
  await page.waitForLoadState("networkidle");
  await say(page, "I need oat milk, rye bread and lemons today");
  const later = new Date(day(12)).toLocaleDateString("en-GB", { day: "numeric", month: "long" });
  await say(page, `Move redraw figure 3 to ${later}`);
  await say(page, "Delete everything in errands");
}

async function photograph(browser: Browser, url: string, state: string) {
  for (const [width, viewport] of Object.entries(sizes)) {
    for (const colorScheme of ["light", "dark"] as const) {
      const context = await browser.newContext({
        baseURL: url,
        viewport,
        colorScheme,
        storageState: state,
        timezoneId: "Europe/Berlin",
        locale: "en-GB",
      });
      const page = await context.newPage();
      const http = context.request;
      const tags = (await (await http.get("/api/v1/tags")).json()).items as { id: string; name: string }[];
      const chats = (await (await http.get("/api/v1/conversations")).json()).items as { id: string }[];
      const today = (await (await http.get("/api/v1/tasks?view=today")).json()).items as {
        id: string;
        title: string;
      }[];
      const open = today.find(({ title }) => title.startsWith("Write"))?.id;
      const pages: Record<string, string> = {
        today: "/today",
        task: `/today?task=${open}`,
        upcoming: "/upcoming",
        "no-date": "/no-date",
        tasks: "/tasks",
        tag: `/tags/${tags[0]?.id}`,
        completed: "/completed",
        trash: "/trash",
        conversations: "/conversations",
        tags: "/tags",
        search: "/search?q=figure",
        chat: "/chat",
        "chat-id": `/chat/${chats[0]?.id}`,
        settings: "/settings",
      };
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(path);
        await page.waitForLoadState("networkidle");
        await page.screenshot({ path: `${OUT}/${name}-${colorScheme}-${width}.png` });
      }
      if (width === "1440" && colorScheme === "light") {
        await page.goto(`/today?chat=${chats[0]?.id}`);
        await page.waitForLoadState("networkidle");
        await page.screenshot({ path: "docs/today.png" });
      }
      await context.close();
    }
  }
}

const server = await startFresh();
const browser = await chromium.launch({
  executablePath: ensure(),
  args: ["--no-sandbox", "--disable-background-networking"],
});
try {
  await mkdir(OUT, { recursive: true });
  await mkdir("docs", { recursive: true });
  const context = await browser.newContext({
    baseURL: server.url,
    viewport: sizes[1440],
    timezoneId: "Europe/Berlin",
    locale: "en-GB",
  });
  const page = await context.newPage();
  for (const path of ["/", "/sign-in", "/sign-up", "/reset", "/no-such-page"]) {
    await page.goto(path);
    await page.screenshot({ path: `${OUT}/public${path.replaceAll("/", "-")}.png` });
  }
  await signUp(context, server.url);
  await furnish(context.request);
  await talk(page);
  const state = join(server.folder, "signed-in.json");
  await context.storageState({ path: state });
  await photograph(browser, server.url, state);
} finally {
  await browser.close();
  await server.stop();
}
