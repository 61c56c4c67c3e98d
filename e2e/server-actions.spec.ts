import { randomUUID } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import { matrix } from "@/app/testing-matrix";
import { byName, call, formBody, serverActions } from "@/e2e/actions";
import { expect, test } from "@/e2e/fixtures";
import { BOUNDARY } from "@/e2e/hostile/bodies";
import { screen } from "@/e2e/screen";

const actions = serverActions();

/** A user's things by kind, as the matrix of all doors names them. */
async function furnish(http: APIRequestContext) {
  const post = async (path: string, data: object) => (await http.post(`/api/v1/${path}`, { data })).json();
  const [task, completed] = [await post("tasks", { title: "Open" }), await post("tasks", { title: "Done" })];
  await http.put(`/api/v1/tasks/${completed.id}/completion`);
  const [tag, conversation] = [await post("tags", { name: "home" }), await post("conversations", {})];
  const ids = { task: task.id, completed: completed.id, tag: tag.id, conversation: conversation.id };
  return {
    ...ids,
    subtask: task.id,
    change: randomUUID(),
    turn: randomUUID(),
    message: randomUUID(),
    session: randomUUID(),
  };
}

/** All that an action could have changed. */
const state = async (http: APIRequestContext) =>
  Promise.all(
    ["tasks?view=all", "tasks?view=trash", "tags", "conversations"].map(async (path) =>
      (await http.get(`/api/v1/${path}`)).json(),
    ),
  );

/** Arguments that the action takes. */
function valid(name: string, own: Awaited<ReturnType<typeof furnish>>) {
  if (!name.startsWith("account ")) {
    const sample = matrix[name]?.input?.(own as never) ?? {};
    return [randomUUID(), "input" in sample ? sample.input : {}];
  }
  if (name === "account endSession") return [{ id: own.session }];
  return formBody({ name: "Mallory", email: "mallory@evil.example", password: "plum orchard lantern", word: "delete" });
}

test("no action is carried out for a page of another site", async ({ page, serverURL, user }) => {
  test.slow();
  const http = page.request;
  const own = await furnish(http);
  const host = new URL(serverURL).host;
  const elsewhere: Record<string, string>[] = [
    { origin: "https://evil.example" },
    { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
    { origin: "https://evil.example", forwarded: "host=evil.example" },
    { origin: "http://localhost:1" },
    { origin: `http://${host}.evil.example` },
    { origin: "null" },
    { origin: "evil" },
    { origin: "http://[::1" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { origin: serverURL, "sec-fetch-site": "cross-site" },
    {},
  ];
  const before = await state(http);
  for (const action of actions)
    for (const headers of elsewhere) {
      const answer = await call(http, action, valid(action.name, own), headers);
      expect(answer.status(), `${action.name} ${JSON.stringify(headers)}`).toBe(403);
    }
  expect(await state(http)).toEqual(before);
  await page.goto("/settings");
  await expect(page.getByText(user.email).first()).toBeVisible();

  const add = await call(http, byName("tasks add"), valid("tasks add", own), { origin: serverURL });
  expect(add.status()).toBe(200);
  expect(await state(http)).not.toEqual(before);
});

test("an action that is sent from a page whose bundle does not have it is carried out all the same", async ({
  page,
  serverURL,
  user: _,
}) => {
  const elsewhere = { ...byName("tasks add"), path: "/sign-up" };
  const sent = [randomUUID(), { tasks: [{ title: "Written from elsewhere" }] }];
  expect((await call(page.request, elsewhere, sent, { origin: serverURL })).status()).toBe(200);
  await page.goto("/tasks");
  await expect(screen(page).row("Written from elsewhere")).toBeVisible();
});

test("what has the wrong shape is refused, and no fault of the server's", async ({ page, serverURL, user: _ }) => {
  test.slow();
  const shapes: Array<unknown[] | string | FormData> = [
    [],
    [null, null],
    [5, 5],
    [[], []],
    [{}, {}],
    ["x", "y"],
    [{ id: "x" }],
    ["$undefined", { ["__proto__"]: { isAdmin: true }, constructor: 1 }],
    "",
    "5",
    "{",
    '"x"',
    "null",
    '["$K1"]',
    '["$Q1","$W1"]',
    '["$F1"]',
    '["$0:__proto__"]',
    "[".repeat(20_000),
    `${"[".repeat(20_000)}${"]".repeat(20_000)}`,
    formBody({}),
    formBody({ ["__proto__"]: "x", constructor: "y", email: "\0", password: "x".repeat(5_000) }),
  ];
  for (const action of actions)
    for (const shape of shapes) {
      const answer = await call(page.request, action, shape, { origin: serverURL });
      expect(answer.status(), `${action.name} ${JSON.stringify(shape).slice(0, 80)}`).toBeLessThan(500);
    }
  const broken = {
    headers: { origin: serverURL, "content-type": `multipart/form-data; boundary=${BOUNDARY}` },
    data: `--${BOUNDARY}\r\n`,
  };
  for (const path of ["/", "/sign-in", "/today", "/no-such-page"])
    expect((await page.request.post(path, { ...broken, maxRedirects: 0 })).status(), path).toBeLessThan(500);
});

test("a form of ours works without JavaScript, which then says what is missing", async ({ browser, baseURL, user }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/sign-in");
  const note = page.locator("noscript > p"); // no text that Playwright looks for is in one
  await expect(note).toHaveText(/^Tandem needs JavaScript/);
  await page.getByLabel("Email").fill(user.email);
  await page.getByLabel("Password", { exact: true }).fill(user.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/today$/);
  await expect(note).toHaveText(/Turn it on in your browser’s settings/);
  await context.close();
});
