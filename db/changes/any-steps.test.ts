import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import * as changes from "@/db/changes";
import type { By } from "@/db/record";
import * as tags from "@/db/tags";
import * as tasks from "@/db/tasks";
import { aUser } from "@/db/testing";
import { everything, turn } from "@/db/testing-changes";
import { you } from "@/db/testing-tasks";

/** A step picks among the tasks (or tags) there are by number. */
const step = fc.oneof(
  fc.record({ act: fc.constant("add" as const), under: fc.option(fc.nat()), repeats: fc.boolean(), tag: fc.nat(3) }),
  fc.record({ act: fc.constant("change" as const), of: fc.nat(), title: fc.nat(3), tag: fc.option(fc.nat(3)) }),
  fc.record({ act: fc.constantFrom("complete", "reopen", "skip", "remove", "restore", "top" as const), of: fc.nat() }),
  fc.record({
    act: fc.constant("move" as const),
    of: fc.nat(),
    days: fc.integer({ min: -3, max: 9 }),
    all: fc.boolean(),
  }),
  fc.record({ act: fc.constantFrom("removeTag", "restoreTag" as const), of: fc.nat() }),
  fc.record({ act: fc.constant("nest" as const), of: fc.nat(), under: fc.nat() }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const { complete, reopen, skip, remove, restore } = tasks;
const simple = { complete, reopen, skip, remove, restore };

async function take(userId: string, wanted: Step, by: By): Promise<void> {
  const rows = (await everything(userId)).tasks;
  const pick = (n: number) => ({ id: rows[n % rows.length]?.id ?? randomUUID() });
  if (wanted.act === "add")
    await tasks.add(
      userId,
      {
        title: "Added",
        tags: [`tag ${wanted.tag}`],
        ...(wanted.repeats && { repeat: "FREQ=DAILY" }),
        ...(wanted.under !== null && { parentId: pick(wanted.under).id }),
      },
      by,
    );
  else if (wanted.act === "change") {
    const names = wanted.tag === null ? {} : { tags: [`tag ${wanted.tag}`] };
    await tasks.change(userId, { ...pick(wanted.of), title: `Title ${wanted.title}`, ...names }, by);
  } else if (wanted.act === "move") {
    const row = rows[wanted.of % rows.length];
    if (!row?.dueDate) return;
    const dueDate = Temporal.PlainDate.from(row.dueDate).add({ days: wanted.days }).toString();
    await tasks.change(userId, { id: row.id, dueDate, scope: wanted.all ? "following" : "one" }, by);
  } else if (wanted.act === "nest")
    await tasks.change(userId, { ...pick(wanted.of), parentId: pick(wanted.under).id }, by);
  else if (wanted.act === "top") await tasks.change(userId, { ...pick(wanted.of), parentId: null }, by);
  else if (wanted.act === "removeTag") {
    const all = await tags.list(userId);
    await tags.remove(userId, { id: all[wanted.of % all.length]?.id ?? randomUUID() }, by);
  } else if (wanted.act === "restoreTag") {
    const all = await tags.listTrash(userId);
    await tags.restore(userId, { id: all[wanted.of % all.length]?.id ?? randomUUID() }, by);
  } else await simple[wanted.act](userId, pick(wanted.of), by);
}

test("whatever is done, taking it all back leaves everything as it was, and making it again as it became", async () => {
  const steps = fc.array(step, { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(steps, steps, async (first, then) => {
      const { id: userId } = await aUser();
      for (const wanted of first) await take(userId, wanted, you);
      const before = await everything(userId);
      const by = turn();
      for (const wanted of then) await take(userId, wanted, by);
      const after = await everything(userId);
      if (await changes.list(userId, by).then(({ length }) => length === 0)) return;

      const undoing = turn();
      const undone = await changes.undoTurn(userId, by, undoing);
      expect([undone && "undone" in undone, undone]).toEqual([true, undone]);
      // What the turn had added is in the trash, where it was not before.
      const known = new Set(before.tasks.map(({ id }) => id));
      const now = await everything(userId);
      expect({ ...now, tasks: now.tasks.filter(({ id, inTrash }) => known.has(id) || !inTrash) }).toEqual(before);

      await changes.undoTurn(userId, undoing, turn());
      expect(await everything(userId)).toEqual(after);
    }),
    { numRuns: process.env.TANDEM_LONG ? 800 : 40 },
  );
}, 900_000);
