import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as changes from "@/db/changes";
import * as conversations from "@/db/conversations";
import * as messages from "@/db/messages";
import type { By } from "@/db/record";
import * as tags from "@/db/tags";
import * as tasks from "@/db/tasks";
import { aUser } from "@/db/testing";
import { everything, turn } from "@/db/testing-changes";
import { aConversation } from "@/db/testing-conversations";
import { aTask } from "@/db/testing-tasks";

const mine = (): By & { turnId: string } => ({ who: "you", turnId: randomUUID() });
const undo = (userId: string, by = mine(), except: string[] = []) => changes.undoLast(userId, { except }, by);
const redo = (userId: string, by = mine()) => changes.redoLast(userId, {}, by);
const title = async (userId: string, id: string) => (await tasks.find(userId, { id }))?.title;
const named = (stepped: changes.Stepped | undefined) =>
  stepped && "step" in stepped && stepped.step.map(({ what }) => what);

async function edited(userId: string) {
  const { id } = await aTask(userId, { title: "One" }, mine());
  await tasks.change(userId, { id, title: "Two" }, mine());
  return id;
}

test("the last turns of one's own are taken back one by one, and made again, across whatever tabs they were made in", async () => {
  const { id: userId } = await aUser();
  const id = await edited(userId);
  expect(named(await undo(userId))).toEqual(["change"]);
  expect(await title(userId, id)).toBe("One");
  expect(named(await undo(userId))).toEqual(["add"]);
  expect(await title(userId, id)).toBeUndefined();
  expect(await undo(userId)).toBeUndefined();

  expect(named(await redo(userId))).toEqual(["add"]);
  expect(named(await redo(userId))).toEqual(["change"]);
  expect(await title(userId, id)).toBe("Two");
  expect(await redo(userId)).toBeUndefined();
  await undo(userId);
  expect(await title(userId, id)).toBe("One");
});

test("an undo or redo whose answer was lost is made once, and answers alike", async () => {
  const { id: userId } = await aUser();
  const id = await edited(userId);
  const by = mine();
  const first = await undo(userId, by);
  await aTask(userId, { title: "Later" }, mine());
  expect(await undo(userId, by)).toEqual(first);
  expect(await title(userId, id)).toBe("One");
});

test("two at the same moment take back two", async () => {
  const { id: userId } = await aUser();
  const id = await edited(userId);
  const both = await Promise.all([undo(userId), undo(userId)]);
  expect(both.map(named).sort()).toEqual([["add"], ["change"]]);
  expect(await title(userId, id)).toBeUndefined();
});

test("what the assistant or a program did is not one's own, but taking that back is", async () => {
  const { id: userId } = await aUser();
  const theirs = turn();
  const { id } = await aTask(userId, { title: "Asked for" }, theirs);
  await aTask(userId, { title: "A program's" }, { who: "api" });
  expect(await undo(userId)).toBeUndefined();
  const { id: conversationId } = await aConversation(userId);
  const reply = { conversationId, id: randomUUID(), role: "assistant" as const, parts: [], metadata: theirs };
  await messages.save(userId, reply);
  const isMarked = async () =>
    (await conversations.find(userId, { id: conversationId }))?.messages[0]?.metadata?.undone === true;

  await changes.undoTurn(userId, theirs, mine());
  expect([await title(userId, id), await isMarked()]).toEqual([undefined, true]);
  await undo(userId);
  expect([await title(userId, id), await isMarked()]).toEqual(["Asked for", false]);
  await redo(userId);
  expect([await title(userId, id), await isMarked()]).toEqual([undefined, true]);
});

test("where something else was changed since, it says so, and the next one goes past it", async () => {
  const { id: userId } = await aUser();
  const id = await edited(userId);
  await tasks.change(userId, { id, title: "Elsewhere" }, { who: "api" });
  const stuck = await undo(userId);
  if (!stuck || !("conflict" in stuck)) throw new Error("It was not in the way.");
  expect(stuck.conflict).toContain("was changed later");
  expect(await undo(userId, mine(), [stuck.root])).toMatchObject({ conflict: expect.any(String) }); // the addition, as well
  expect(await title(userId, id)).toBe("Elsewhere");
});

test("nobody takes back another's", async () => {
  const [ada, bob] = [await aUser(), await aUser()];
  const id = await edited(ada.id);
  expect(await undo(bob.id)).toBeUndefined();
  expect(await title(ada.id, id)).toBe("Two");
});

const act = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant("add" as const), tag: fc.nat(2) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("change" as const), of: fc.nat(), to: fc.nat(3) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom("complete", "remove", "reopen" as const), of: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("removeTag" as const), of: fc.nat() }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("undo" as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("redo" as const) }) },
);

async function write(userId: string, wanted: typeof act extends fc.Arbitrary<infer Act> ? Act : never, by: By) {
  const { items } = await tasks.list(userId, { view: "all", limit: 200 });
  const pick = (n: number) => ({ id: items[n % items.length]?.id ?? randomUUID() });
  if (wanted.do === "add") await tasks.add(userId, { title: "Added", tags: [`tag ${wanted.tag}`] }, by);
  if (wanted.do === "change") await tasks.change(userId, { ...pick(wanted.of), title: `Title ${wanted.to}` }, by);
  if (wanted.do === "complete") await tasks.complete(userId, pick(wanted.of), by);
  if (wanted.do === "reopen") await tasks.reopen(userId, pick(wanted.of), by);
  if (wanted.do === "remove") await tasks.remove(userId, pick(wanted.of), by);
  if (wanted.do === "removeTag") {
    const all = await tags.list(userId);
    await tags.remove(userId, { id: all[wanted.of % all.length]?.id ?? randomUUID() }, by);
  }
}

test("any sequence of writes, undo and redo from two clients is a linear stack of states", async () => {
  const living = async (userId: string) => {
    const { tasks, tags } = await everything(userId);
    return { tags, tasks: tasks.filter(({ inTrash }) => !inTrash) };
  };
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 14 }), async (acts) => {
      const { id: userId } = await aUser();
      const states = [await living(userId)];
      let at = 0;
      for (const wanted of acts) {
        const by = mine();
        if (wanted.do === "undo") {
          expect((await undo(userId, by)) !== undefined).toBe(at > 0);
          at = Math.max(at - 1, 0);
        } else if (wanted.do === "redo") {
          expect((await redo(userId, by)) !== undefined).toBe(at < states.length - 1);
          at = Math.min(at + 1, states.length - 1);
        } else {
          await write(userId, wanted, by);
          if ((await changes.list(userId, by)).length === 0) continue;
          states.splice(++at, states.length, await living(userId));
        }
        expect(await living(userId)).toEqual(states[at]);
      }
    }),
    { numRuns: process.env.TANDEM_LONG ? 500 : 30 },
  );
}, 900_000);
