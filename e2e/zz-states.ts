import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { ensure } from "@/e2e/browser";
import { signUp } from "@/e2e/fixtures";
import { jot, say, screen } from "@/e2e/screen";
import { freePort, start } from "@/e2e/server";

const OUT = "/tmp/losslab/states";
const folder = await mkdtemp(join(tmpdir(), "tandem-states-"));
const server = await start(await freePort(), { DATA_DIR: folder });
const browser = await chromium.launch({ executablePath: ensure(), args: ["--no-sandbox"] });
await mkdir(OUT, { recursive: true });
try {
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const)
    for (const colorScheme of ["light", "dark"] as const) {
      const context = await browser.newContext({
        baseURL: server.url,
        viewport: { width, height },
        colorScheme,
        timezoneId: "Europe/Berlin",
        locale: "en-GB",
        hasTouch: width < 600,
      });
      context.setDefaultTimeout(8000);
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      const user = await signUp(context, server.url);
      const page = await context.newPage();
      const shot = (name: string) => page.screenshot({ path: `${OUT}/${name}-${width}-${colorScheme}.png` });
      const step = async (name: string, act: () => Promise<void>) => {
        try {
          await act();
          await page.waitForTimeout(300);
        } catch (error) {
          console.log(name, width, colorScheme, String(error).split("\n")[0]);
        }
        await shot(name);
      };
      const { panel, quickAdd, row, check, composer } = screen(page);
      const day = new Date().toISOString().slice(0, 10);
      const http = page.request;
      const made = await (
        await http.post("/api/v1/tasks", {
          data: { title: "Write the discussion section", dueDate: day, tags: ["thesis"] },
        })
      ).json();
      await http.post("/api/v1/tasks", { data: { title: "Call the bank", dueDate: day } });
      for (const title of ["Plan Porto", "Trip to Rome", "What is due this week?"])
        await http.post("/api/v1/conversations", { data: { title } });
      await page.goto("/today");
      await step("01-draft", async () => {
        await page.route("**/today**", (route) => (route.request().method() === "POST" ? undefined : route.fallback()));
        await quickAdd.fill("Pick up the parcel before six #errands");
        await quickAdd.press("Enter");
        await quickAdd.fill("Buy oat milk tomorrow 5pm");
        if (width > 600) await composer.fill("Which of these can wait until");
        await page.waitForTimeout(600);
        await page.unrouteAll();
        await page.goto(`/today?task=${made.id}`);
        const scope = width > 600 ? panel : page.getByRole("dialog", { name: "Task", exact: true });
        await scope
          .getByRole("textbox", { name: "Description" })
          .fill("Start from the notes on figure 3; the reviewers asked for limits.\n\nThen the sample.");
        await scope.getByRole("textbox", { name: "Add a subtask" }).fill("Compare with Okafor 2024");
        await page.waitForTimeout(600);
        await page.reload();
        await page.waitForTimeout(800);
      });
      await step("02-list-behind", async () => {
        if (width < 600) await page.goto("/today");
        await page.waitForTimeout(500);
      });
      await step("03-too-long", async () => {
        await page.goto(`/today?task=${made.id}`);
        const scope = width > 600 ? panel : page.getByRole("dialog", { name: "Task", exact: true });
        await scope.getByRole("textbox", { name: "Description" }).fill("The reviewers asked for limits. ".repeat(33));
        await scope.getByRole("textbox", { name: "Title", exact: true }).fill("");
        await scope.getByRole("textbox", { name: "Time" }).click();
      });
      await step("04-conflict", async () => {
        await http.patch(`/api/v1/tasks/${made.id}`, { data: { description: "Begin with the sample size." } });
        await page.reload();
        await page.waitForTimeout(800);
      });
      await step("05-gone", async () => {
        const other = await (await http.post("/api/v1/tasks", { data: { title: "Gone soon", dueDate: day } })).json();
        await page.goto(`/today?task=${other.id}`);
        const scope = width > 600 ? panel : page.getByRole("dialog", { name: "Task", exact: true });
        await scope.getByRole("textbox", { name: "Description" }).fill("Two pages on why it matters.");
        await page.waitForTimeout(600);
        await http.delete(`/api/v1/tasks/${other.id}`);
        await page.reload();
        await page.waitForTimeout(800);
      });
      await step("06-paste", async () => {
        await page.goto("/tasks");
        const long = `Ask Ines ${"whether the flat in Porto is still free ".repeat(7)}`;
        await page.evaluate(
          (text) => navigator.clipboard.writeText(text),
          `- [x] Pack the bags\n  - [x] Passport\n- [ ] ${long}\n- [ ] Feed the cat tomorrow #home`,
        );
        if (width < 600)
          await page.getByRole("navigation", { name: "Tabs" }).getByRole("button", { name: "Add a task" }).click();
        await quickAdd.last().focus();
        await page.keyboard.press("ControlOrMeta+v");
        await page.getByRole("button", { name: "Add", exact: true }).last().click();
      });
      await step("07-paste-offer", async () => {
        await page.keyboard.press("Escape");
      });
      await step("08-moved", async () => {
        await page.goto("/today");
        await jot(page, "Redraw figure 3 tomorrow");
        await page.waitForTimeout(700);
      });
      await step("09-undone", async () => {
        await page.getByRole("heading", { level: 1 }).click();
        await page.keyboard.press("Control+z");
        await page.waitForTimeout(500);
      });
      await step("10-signed-out", async () => {
        await page.goto("/today");
        const cookies = await context.cookies();
        await context.clearCookies();
        await jot(page, "Send the landlord the meter photo");
        await check("Call the bank").click();
        await page.waitForTimeout(700);
        await shot("10a-signed-out");
        await page.getByRole("alert").getByRole("button", { name: "Sign in" }).click();
        await page.waitForTimeout(300);
        await shot("10b-dialog");
        await context.addCookies(cookies);
        await page.goto("/today");
      });
      await step("11-offline", async () => {
        await context.setOffline(true);
        await jot(page, "In the tunnel");
        await page.waitForTimeout(900);
        await shot("11a-offline");
        await context.setOffline(false);
        await page.waitForTimeout(1500);
      });
      await step("12-conversations", async () => {
        await page.goto("/chat");
        await say(page, "add repot the orchids tomorrow");
        await page.goto("/conversations");
        await page.waitForTimeout(500);
        await shot("12a-conversations");
        await page.goto("/conversations?q=orchids");
        await page.waitForTimeout(500);
      });
      await step("13-chat", async () => {
        await page.goto("/chat");
        await composer.fill("Which of these can wait until next week");
        await page.waitForTimeout(500);
        await page.reload();
        await page.waitForTimeout(800);
      });
      await step("14-sign-out", async () => {
        await page.goto("/settings");
        await page.getByRole("button", { name: "Sign out here" }).click();
      });
      await step("15-new-tag", async () => {
        await page.goto("/today");
        if (width < 600) return;
        await page.getByRole("button", { name: "New tag" }).click();
        await page.getByRole("dialog").getByLabel("Name").fill("errands on the way home from the office and b");
      });
      void user;
      void row;
      await context.close();
    }
} finally {
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
