import AxeBuilder from "@axe-core/playwright";
import { serve } from "@/assistant/testing/openai-server";
import { expect, signUp, test } from "@/e2e/fixtures";
import { say, screen } from "@/e2e/screen";
import { startFresh } from "@/e2e/server";

test("a question shows new titles, and all of the notes that would replace others", async ({ browser }) => {
  test.slow();
  const notes = "Ask for the meter reading.\n\nThen send the photo, and keep a copy.";
  const model = await serve([
    ({ messages }) => {
      const said = String(messages.findLast(({ role }) => role === "user")?.content);
      if (messages.at(-1)?.role !== "user") return { text: "Renamed." };
      const [first, second] = said.split(" ");
      const edits = [
        { id: first, title: "Call the energy company", description: notes },
        { id: second, title: "Buy oat milk", description: null },
      ];
      return { text: "Shall I?", calls: [{ name: "change_tasks", input: { tasks: edits } }] };
    },
  ]);
  const server = await startFresh({ AI_MODEL: "local/m", OPENAI_BASE_URL: model.url });
  try {
    const context = await browser.newContext({ baseURL: server.url });
    await signUp(context, server.url);
    const add = async (data: object) => (await (await context.request.post("/api/v1/tasks", { data })).json()).id;
    const ids = [
      await add({ title: "Call the landlord", description: "Old words" }),
      await add({ title: "Buy milk", description: "Two litres" }),
    ];
    const page = await context.newPage();
    await page.goto("/tasks");
    await say(page, ids.join(" "));
    const { talk } = screen(page);
    const question = talk.getByRole("group", { name: "Change 2 tasks?" });
    await expect(
      question.getByRole("checkbox", { name: /Call the landlord.*Renamed.*Call the energy company/ }),
    ).toBeVisible();
    const row = question.getByRole("listitem").filter({ hasText: "Call the landlord" });
    await expect(row.getByText("Old words")).toBeHidden();
    await row.locator("summary").press("Enter");
    await expect(row.getByText("Old words")).toBeVisible();
    await expect(row.getByRole("paragraph")).toHaveText(notes);
    await expect(question.getByRole("listitem").filter({ hasText: "Buy oat milk" })).toContainText("No notes");
    const axe = await new AxeBuilder({ page }).include("[role=log]").analyze();
    expect(axe.violations).toEqual([]);
    await question.getByRole("checkbox", { name: /Buy milk/ }).uncheck();
    await talk.getByRole("button", { name: "Change", exact: true }).click();
    await expect(screen(page).row("Call the energy company")).toBeVisible();
    await expect(screen(page).row("Buy milk")).toBeVisible();
  } finally {
    await server.stop();
    await model.close();
  }
});
