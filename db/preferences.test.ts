import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import * as preferences from "@/db/preferences";
import { asUser } from "@/db/request-context";
import { users } from "@/db/schema/users";
import * as tags from "@/db/tags";
import * as tasks from "@/db/tasks";
import { aUser } from "@/db/testing";
import { aTask, you } from "@/db/testing-tasks";

async function of(id: string) {
  const [user] = await db.select({ preferences: users.preferences }).from(users).where(eq(users.id, id));
  return user?.preferences;
}

test("each view remembers its sort, a tag's page as long as there is the tag, and nobody else's", async () => {
  const [ada, bob] = [await aUser(), await aUser()];
  const home = await tags.add(ada.id, { name: "home" }, you);
  const theirs = await tags.add(bob.id, { name: "home" }, you);
  if (!("id" in home) || !("id" in theirs)) throw new Error("These tags can be added.");
  await preferences.sortView(ada.id, { view: "today", sort: "manual" });
  await preferences.sortView(ada.id, { view: home.id, sort: "priority" });
  await preferences.sortView(ada.id, { view: theirs.id, sort: "priority" });
  await preferences.sortView(ada.id, { view: "today", sort: "priority" });
  expect(await of(ada.id)).toEqual({ sorts: { today: "priority", [home.id]: "priority" } });
  expect(await of(bob.id)).toEqual({});

  await tags.remove(ada.id, { id: home.id }, you);
  await preferences.sortView(ada.id, { view: "no-date", sort: "manual" });
  expect(await of(ada.id)).toEqual({ sorts: { today: "priority", "no-date": "manual" } });
});

test("the hint for newcomers is dismissed once and for all, and beside what is kept already", async () => {
  const { id } = await aUser();
  await preferences.sortView(id, { view: "today", sort: "manual" });
  await preferences.dismissHint(id);
  await preferences.dismissHint(id);
  expect(await of(id)).toEqual({ sorts: { today: "manual" }, hinted: true });
});

test("a view is sorted by hand with its order, or neither is kept", async () => {
  const { id } = await aUser();
  const [first, second] = [await aTask(id, { title: "a" }), await aTask(id, { title: "b" })];
  const order = async () => (await tasks.list(id, { sort: "position" })).items.map(({ title }) => title);
  const byHand = () => asUser(id, () => preferences.sortByHand(id, { view: "today", ids: [second.id, first.id] }, you));
  await db.transaction(async (other) => {
    await other.select().from(users).where(eq(users.id, id)).for("no key update");
    await expect(byHand()).rejects.toThrow(/canceling statement/);
  });
  expect([await order(), await of(id)]).toEqual([["a", "b"], {}]);
  await byHand();
  expect([await order(), await of(id)]).toEqual([["b", "a"], { sorts: { today: "manual" } }]);
});
