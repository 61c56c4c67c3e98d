import { expect, test } from "vitest";
import * as guests from "@/db/guests";
import * as tags from "@/db/tags";
import * as tasks from "@/db/tasks";
import { aUser } from "@/db/testing";
import { aTask, you } from "@/db/testing-tasks";

const SPELLINGS = [
  ["Café", "Cafe\u0301"],
  ["home office", "Home\u00a0 office"],
  ["home", "ho\u200bme"],
  ["Straße", "STRASSE"],
  ["ｗｏｒｋ", "Work"],
  ["İş", "iş"],
  ["ΟΔΟΣ", "οδος"],
  ["❤️", "❤"],
  ["Cafe", "\u0421afe"],
  ["вор", "вo\u0440"],
  ["e-mail “now”", 'E\u2010mail "now"'],
] as const;

test.each(SPELLINGS)("%j and %j are one name, through every door", async (first, second) => {
  const { id } = await aUser();
  const tag = await tags.add(id, { name: first }, you);
  if ("taken" in tag) throw new Error("The name was taken.");
  const taken = { taken: { id: tag.id, name: first } };

  expect(await tags.add(id, { name: second }, you)).toMatchObject(taken);
  const task = await aTask(id, { tags: [second] });
  expect(task.tags).toMatchObject([{ id: tag.id, name: first }]);
  const changed = await tasks.change(id, { id: task.id, tags: [second, first] }, you);
  expect(changed).toMatchObject({ tags: [{ id: tag.id, name: first }] });

  const other = await tags.add(id, { name: "other" }, you);
  if ("taken" in other) throw new Error("The name was taken.");
  expect(await tags.change(id, { id: other.id, name: second }, you)).toMatchObject(taken);
  expect(await tags.change(id, { id: tag.id, name: second }, you)).toMatchObject({ id: tag.id, name: second });

  await tags.remove(id, { id: tag.id }, you);
  await tags.add(id, { name: first }, you);
  expect(await tags.restore(id, { id: tag.id }, you)).toMatchObject({ taken: { name: first } });
  expect(await tags.restore(id, { id: tag.id, name: `${second} 2` }, you)).toMatchObject({ name: `${second} 2` });
  const left = (await tags.list(id)).map((one) => one.name);
  expect(left.toSorted()).toEqual([first, "other", `${second} 2`].toSorted());
});

test("what a guest has under another spelling of a name comes under the user's own", async () => {
  const [user, guest] = [await aUser(), await aUser({ isAnonymous: true })];
  for (const [first, second] of SPELLINGS) {
    await tags.add(user.id, { name: first }, you);
    await aTask(guest.id, { title: first, tags: [second] });
  }
  await guests.absorb(user.id, { guestId: guest.id });
  expect((await tags.list(user.id)).map(({ name, taskCount }) => [name, taskCount]).toSorted()).toEqual(
    SPELLINGS.map(([first]) => [first, 1]).toSorted(),
  );
});
