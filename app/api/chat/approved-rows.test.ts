import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { ada, approve, ask, asked, id, living, scripted } from "@/app/api/chat/testing/scripted-chat";
import type { ChatMessage } from "@/assistant/message";
import { askedRows, outputsOf, says } from "@/assistant/testing/talk";
import * as conversations from "@/db/conversations";
import * as messages from "@/db/messages";
import * as tags from "@/db/tags";
import * as tasks from "@/db/tasks";
import { aTask } from "@/db/testing-tasks";

let milk: tasks.Task;
let bread: tasks.Task;
beforeEach(async () => {
  milk = await aTask(ada.id, { title: "Milk", dueDate: "2026-12-01", tags: ["shop"] });
  bread = await aTask(ada.id, { title: "Bread" });
});

/** The message that asks about undoing this earlier turn. */
async function undoing(turnId: string): Promise<ChatMessage> {
  await conversations.start(ada.id, { id }, { who: "you" });
  await messages.save(ada.id, { conversationId: id, ...says("Tidy up", turnId), role: "user" });
  await scripted({ text: "Shall I?", calls: [{ name: "undo_turn", input: {} }] }, { text: "All right." });
  return ask("What have you done?");
}
const deletion = () => ({ name: "delete_tasks", input: { ids: [milk.id, bread.id] } });

describe("rows that are struck off", () => {
  test("are not added", async () => {
    const wanted = ["1", "2", "3", "4", "5", "6"].map((title) => ({ title, tags: [`tag ${title}`] }));
    const message = await asked({ name: "add_tasks", input: { tasks: wanted } });
    const kept = askedRows(message).flatMap(({ task }) => (task.title > "2" ? [task.id] : []));
    const after = await approve(message, kept);
    expect(outputsOf(after)).toMatchObject([{ failed: [{ reason: "left out by the user", struck: true }, {}] }]);
    expect(await living()).toEqual(["3", "4", "5", "6", "Bread", "Milk"]);
    expect((await tags.list(ada.id)).map(({ name }) => name)).toEqual(["shop", "tag 3", "tag 4", "tag 5", "tag 6"]);
  });

  test("take their subtasks along", async () => {
    const part = await aTask(ada.id, { title: "Part", parentId: milk.id });
    const message = await asked({ name: "delete_tasks", input: { ids: [milk.id, part.id, bread.id] } });
    expect(askedRows(message).find(({ task }) => task.id === part.id)).toMatchObject({ with: milk.id });
    await approve(message, [bread.id, part.id]);
    expect(await living()).toEqual(["Milk", "Part"]);
  });

  describe("leave alone what follows a repeating task", () => {
    const you = { who: "you" } as const;
    const daily = (title: string, dueDate = "2026-12-01") => aTask(ada.id, { title, dueDate, repeat: "FREQ=DAILY" });
    const days = async () =>
      (await tasks.list(ada.id, { view: "open", limit: 200 })).items
        .flatMap(({ title, dueDate }) => (title === "Ferns" ? [dueDate] : []))
        .sort();

    test("that would be reopened", async () => {
      const ferns = await daily("Ferns");
      await tasks.completeMany(ada.id, { ids: [ferns.id, bread.id] }, you);
      const message = await asked({ name: "reopen_tasks", input: { ids: [ferns.id, bread.id] } });
      const next = askedRows(message).find(({ becomes }) => becomes.deleted);
      expect(next).toMatchObject({ task: { title: "Ferns", dueDate: "2026-12-02" }, with: ferns.id });
      await approve(message, [bread.id]);
      expect(await days()).toEqual(["2026-12-02"]);
      expect(await living()).toContain("Bread");
    });

    test("that would be completed again, so that the next one would come out of the trash", async () => {
      const ferns = await daily("Ferns");
      await tasks.complete(ada.id, ferns, you);
      await tasks.reopen(ada.id, ferns, you);
      const message = await asked({ name: "complete_tasks", input: { ids: [ferns.id, bread.id] } });
      const next = askedRows(message).find(({ becomes }) => becomes.deleted === false);
      expect(next).toMatchObject({ task: { title: "Ferns", dueDate: "2026-12-02" }, with: ferns.id });
      await approve(message, [bread.id]);
      expect(await days()).toEqual(["2026-12-01"]);
      expect(await tasks.find(ada.id, bread)).toMatchObject({ completed: true });
    });

    test.each([0, 1])("with the title of another one (%i)", async (kept) => {
      const both = [await daily("Ferns"), await daily("Ferns", "2026-12-11")];
      const message = await asked({ name: "complete_tasks", input: { ids: both.map(({ id }) => id) } });
      expect(askedRows(message).flatMap((row) => (row.isNew ? [row.with] : []))).toEqual(
        expect.arrayContaining(both.map(({ id }) => id)),
      );
      const after = await approve(message, [both[kept]?.id ?? ""]);
      expect(outputsOf(after)).toMatchObject([{ done: [{ task: { id: both[kept]?.id } }] }]);
      expect(await days()).toEqual(
        [
          ["2026-12-02", "2026-12-11"],
          ["2026-12-01", "2026-12-12"],
        ][kept],
      );
    });

    test("whose completion would be undone", async () => {
      const by = { who: "assistant", turnId: randomUUID() } as const;
      const ferns = await daily("Ferns");
      await tasks.completeMany(ada.id, { ids: [ferns.id, bread.id] }, by);
      const message = await undoing(by.turnId);
      expect(askedRows(message).find(({ becomes }) => becomes.deleted)).toMatchObject({ with: ferns.id });
      await approve(message, [bread.id]);
      expect(await days()).toEqual(["2026-12-02"]);
      expect(await living()).toContain("Bread");
    });
  });

  describe("of two tags", () => {
    const by = { who: "assistant", turnId: randomUUID() } as const;
    const name = async (of: tasks.Task) => (await tasks.find(ada.id, of))?.tags.map(({ name }) => name).sort();

    /** A question about two tags, whose new names would be taken back. */
    async function asking() {
      const work = await aTask(ada.id, { title: "Report", tags: ["work"] });
      const both = await aTask(ada.id, { title: "Lunch", tags: ["shop", "work"] });
      const ids = [milk.tags[0]?.id ?? "", work.tags[0]?.id ?? ""] as const;
      const turnId = randomUUID();
      for (const id of ids) await tags.change(ada.id, { id, name: `new ${id.slice(-4)}` }, { ...by, turnId });
      return { message: await undoing(turnId), ids, work, both };
    }

    test("show each task under its own", async () => {
      const { message, ids, work } = await asking();
      const leaders = new Map(askedRows(message).map((row) => [row.task.id, row.with]));
      expect([leaders.get(milk.id), leaders.get(work.id)]).toEqual(ids);
    });

    test.each([0, 1] as const)("leave the other one to be changed, with a task that shows both (%i)", async (kept) => {
      const { message, ids, work, both } = await asking();
      await approve(message, [ids[kept]]);
      expect([await name(milk), await name(work)].flat().filter((name) => /^(?:shop|work)$/.test(name ?? ""))).toEqual([
        ["shop", "work"][kept],
      ]);
      expect(await name(both)).toContain(["shop", "work"][kept]);
    });
  });

  test("that the rest can’t be done without are told as the reason, and not that the list has changed", async () => {
    const you = { who: "you" } as const;
    const ferns = await aTask(ada.id, { title: "Ferns", dueDate: "2026-12-01", repeat: "FREQ=DAILY" });
    await tasks.complete(ada.id, ferns, you);
    const [next] = (await tasks.list(ada.id, { view: "open", q: "Ferns" })).items;
    await tasks.change(ada.id, { id: ferns.id, parentId: next?.id ?? "" }, you);
    const message = await asked({ name: "reopen_tasks", input: { ids: [ferns.id] } });
    expect(askedRows(message).map(({ task }) => task.id)).toContain(next?.id);
    const after = await approve(message, [ferns.id]);
    expect(after.parts.find(({ type }) => type === "tool-reopen_tasks")).toMatchObject({
      state: "output-error",
      errorText: "This can’t be done without a row that you left out. Nothing was changed.",
    });
    expect(await tasks.find(ada.id, ferns)).toMatchObject({ completed: true });
  });

  test("are not undone", async () => {
    const by = { who: "assistant", turnId: randomUUID() } as const;
    const ids = (await Promise.all(["a", "b", "c"].map((title) => aTask(ada.id, { title }, by)))).map(({ id }) => id);
    const message = await undoing(by.turnId);
    expect(message.metadata?.state).toBe("waiting");
    await approve(message, ids.slice(0, 2));
    expect(await living()).toEqual(["Bread", "Milk", "c"]);
  });
});

describe("what was shown and has changed since", () => {
  test("in a field that matters is left alone, all of it, and it says so", async () => {
    const message = await asked(deletion());
    await tasks.change(ada.id, { id: milk.id, title: "Pay the rent" }, { who: "you" });
    const after = await approve(message);
    expect(after.parts.find(({ type }) => type === "tool-delete_tasks")).toMatchObject({
      state: "output-error",
      errorText:
        "Your list has changed in the meantime, so this would do something different now. Nothing was changed.",
    });
    expect(await living()).toEqual(["Bread", "Pay the rent"]);
  });

  test("to another value of the very field that would be overwritten is left alone", async () => {
    const edits = [milk, bread].map(({ id }) => ({ id, dueDate: "2027-01-01" }));
    const message = await asked({ name: "change_tasks", input: { tasks: edits } });
    await tasks.change(ada.id, { id: milk.id, dueDate: "2026-12-24" }, { who: "you" });
    await approve(message);
    expect(await tasks.find(ada.id, { id: milk.id })).toMatchObject({ dueDate: "2026-12-24" });
    expect(await tasks.find(ada.id, { id: bread.id })).toMatchObject({ dueDate: null });
  });

  test("by a subtask that nobody was asked about is left alone", async () => {
    const message = await asked(deletion());
    await aTask(ada.id, { title: "Just added", parentId: milk.id });
    await approve(message);
    expect(await living()).toEqual(["Bread", "Just added", "Milk"]);
  });

  test("only in its place on the list is done as it was shown", async () => {
    const message = await asked(deletion());
    await tasks.change(ada.id, { id: milk.id, position: "a1" }, { who: "you" });
    await approve(message);
    expect(await living()).toEqual([]);
  });

  test("in that one of the rows is gone already is done for the others", async () => {
    const message = await asked(deletion());
    await tasks.remove(ada.id, { id: milk.id }, { who: "you" });
    const after = await approve(message);
    expect(outputsOf(after)).toMatchObject([
      { done: [{ task: { title: "Bread" } }], failed: [{ reason: "not found" }] },
    ]);
    expect(await living()).toEqual([]);
  });

  test("may be asked about again", async () => {
    await scripted(
      { text: "Shall I?", calls: [deletion()] },
      { text: "Once more?", calls: [deletion()] },
      { text: "All right." },
    );
    const message = await ask("Tidy up");
    await tasks.change(ada.id, { id: milk.id, title: "Oat milk" }, { who: "you" });
    const again = await approve(message);
    expect(again.metadata?.state).toBe("waiting");
    const after = await approve(again);
    expect(after.metadata?.state).toBe("done");
    expect(await living()).toEqual([]);
  });
});
