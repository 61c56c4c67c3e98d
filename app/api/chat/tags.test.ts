import { randomUUID } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import { POST } from "@/app/api/chat/route";
import { read, says, send } from "@/assistant/testing/talk";
import * as tags from "@/db/tags";
import { aUser } from "@/db/testing";
import { aTask, you } from "@/db/testing-tasks";

const world = vi.hoisted(() => ({ user: undefined as unknown }));
vi.mock("@/auth", () => ({ currentUser: async () => world.user }));

let ada: string;
beforeEach(async () => {
  const user = await aUser();
  world.user = user;
  ada = user.id;
});

/** What the built-in assistant answers. */
async function ask(words: string, id = randomUUID()): Promise<string> {
  const { message } = await read(await send(POST, { id, message: says(words) }));
  return message.parts.map((part) => (part.type === "text" ? part.text : "")).join("");
}

async function aDeletedTag(name: string) {
  const task = await aTask(ada, { tags: [name] });
  const id = task.tags[0]?.id ?? "";
  await tags.remove(ada, { id }, you);
  return id;
}
const names = async () => (await tags.list(ada)).map(({ name }) => name);

test("a deleted tag comes back by its name, onto its tasks", async () => {
  const id = await aDeletedTag("errands");
  expect(await ask("restore the tag errands")).toBe("Restored the tag “errands”. It’s back on 1 task.");
  expect(await tags.find(ada, { id })).toMatchObject({ name: "errands", taskCount: 1 });
});

test("a name that was taken meanwhile is said, and another one can be", async () => {
  await aDeletedTag("errands");
  await aTask(ada, { tags: ["Errands"] });
  expect(await ask("bring back my errands tag")).toContain("There’s already a tag called “Errands”");
  expect(await names()).toEqual(["Errands"]);
  expect(await ask("restore the errands tag as chores")).toContain("Restored the tag “chores”");
  expect(await names()).toEqual(["chores", "Errands"]);
});

test("where there is none of that name, nothing is done and it says so", async () => {
  await aDeletedTag("errands");
  expect(await ask("restore the tag plants")).toBe("There’s no tag called “plants” in Trash. Nothing was changed.");
  expect(await names()).toEqual([]);
});
