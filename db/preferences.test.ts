import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import * as preferences from "@/db/preferences";
import { users } from "@/db/schema/users";
import * as tags from "@/db/tags";
import { aUser } from "@/db/testing";
import { you } from "@/db/testing-tasks";

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
