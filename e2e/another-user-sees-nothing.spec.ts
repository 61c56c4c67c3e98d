import { randomUUID } from "node:crypto";
import { expect, signUp, test } from "@/e2e/fixtures";
import { jot, say, screen } from "@/e2e/screen";

test("another user sees nothing, by page, by HTTP and through the assistant", async ({
  page,
  user: _,
  browser,
  baseURL,
}) => {
  await page.goto("/today");
  await jot(page, "Ada's secret errand #private");
  await expect(screen(page).check("Ada's secret errand")).toBeEnabled();
  const mine = await (await page.request.get("/api/v1/tasks")).json();
  const [task] = mine.items;
  const [tag] = task.tags;
  const chat = await (await page.request.post("/api/v1/conversations", { data: { title: "Ada's plans" } })).json();

  const other = await browser.newContext({ baseURL });
  await signUp(other, baseURL ?? "");
  const theirs = await other.newPage();

  const never = randomUUID();
  for (const [path, id] of [
    ["tasks", task.id],
    ["tags", tag.id],
    ["conversations", chat.id],
  ] as const) {
    const foreign = await other.request.get(`/api/v1/${path}/${id}`);
    const nothing = await other.request.get(`/api/v1/${path}/${never}`);
    expect(foreign.status()).toBe(404);
    expect(await foreign.text()).toBe(await nothing.text());
    expect(
      (
        await other.request.patch(`/api/v1/${path}/${id}`, {
          data: path === "conversations" || path === "tasks" ? { title: "Mine now" } : { name: "mine" },
        })
      ).status(),
    ).toBe(404);
    expect((await other.request.delete(`/api/v1/${path}/${id}`)).status()).toBe(404);
  }
  expect((await other.request.put(`/api/v1/tasks/${task.id}/completion`)).status()).toBe(404);
  expect((await other.request.post(`/api/v1/tasks/${task.id}/restore`)).status()).toBe(404);

  for (const path of [`/today?task=${task.id}`, `/tags/${tag.id}`, `/chat/${chat.id}`, "/tasks", "/search?q=secret"]) {
    await theirs.goto(path);
    await expect(theirs.getByRole("main")).toBeVisible();
    await theirs.waitForLoadState("networkidle"); // until then the page is empty
    await expect(theirs.getByText(/secret errand|Ada's plans/)).toHaveCount(0);
  }

  await theirs.goto("/chat");
  await say(theirs, "delete the secret errand");
  await expect(theirs.getByText("Ada's secret errand")).toHaveCount(0);
  await expect(theirs.getByRole("button", { name: "Move to Trash" })).toHaveCount(0);

  expect(await (await page.request.get("/api/v1/tasks")).json()).toEqual(mine);
  await other.close();
});
