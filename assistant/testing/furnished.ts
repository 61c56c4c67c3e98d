import * as changes from "@/db/changes";
import type { By } from "@/db/record";
import * as tags from "@/db/tags";
import type { AddInput } from "@/db/task-input";
import * as tasks from "@/db/tasks";
import { fillTrash } from "@/db/testing-trash";
import { today } from "@/language/calendar";

const you: By = { who: "you" };
const count = <T>(many: number, make: (n: number) => T) => Array.from({ length: many }, (_, n) => make(n));

async function add(userId: string, wanted: AddInput[], by = you): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 0; at < wanted.length; at += 200) {
    const added = await tasks.addMany(userId, { tasks: wanted.slice(at, at + 200) }, by);
    if ("refused" in added) throw new Error(JSON.stringify(added.refused));
    ids.push(...added.map(({ id }) => id));
  }
  return ids;
}

/** A list with much of everything, for a user who has none yet. @returns the ids of what is in it, by kind. */
export async function furnish(user: { id: string; timeZone: string }, { turnId }: { turnId: string }) {
  const { id } = user;
  const day = today({ now: new Date(), timeZone: user.timeZone });
  const by: By = { who: "assistant", turnId };
  const open = await add(
    id,
    count(500, (n) => ({ title: `Due ${n}`, dueDate: day })),
  );
  const [parent = "", goneParent = ""] = await add(id, [{ title: "Family" }, { title: "Gone family" }]);
  const parts = await add(
    id,
    count(60, (n) => ({ title: `Part ${n}`, parentId: parent })),
  );
  const goneParts = await add(
    id,
    count(60, (n) => ({ title: `Gone part ${n}`, parentId: goneParent })),
  );
  const repeats = await add(
    id,
    count(20, (n) => ({ title: `Daily ${n}`, dueDate: day, repeat: "FREQ=DAILY" })),
  );
  const done = await add(
    id,
    count(50, (n) => ({ title: `Done ${n}` })),
  );
  await tasks.completeMany(id, { ids: done }, you);
  const lone = await add(
    id,
    count(50, (n) => ({ title: `Lone part ${n}`, parentId: parent })),
  );
  await tasks.removeMany(id, { ids: lone }, you);
  await tasks.remove(id, { id: goneParent }, you);
  // Older than all the others in the trash.
  const trash = await add(
    id,
    count(100, (n) => ({ title: `Old ${n}` })),
  );
  await tasks.removeMany(id, { ids: trash }, you);
  await fillTrash(id, 2_100);
  await add(
    id,
    count(12, (n) => ({ title: `Tagged ${n}`, tags: ["many", ...(n < 10 ? [`few ${n}`] : [])] })),
  );
  await add(
    id,
    count(6, (n) => ({ title: `Was tagged ${n}`, tags: [`gone ${n}`] })),
  );
  const gone = (await tags.list(id)).filter(({ name }) => name.startsWith("gone"));
  for (const tag of gone) await tags.remove(id, { id: tag.id }, you);
  const added = await add(
    id,
    count(20, (n) => ({ title: `Added before ${n}` })),
    by,
  );
  const all = await tags.list(id);
  return {
    open,
    parent,
    parts,
    goneParent,
    goneParts,
    lone,
    repeats,
    done,
    trash,
    added,
    tags: all.map((tag) => tag.id),
    goneTags: gone.map((tag) => tag.id),
    changes: (await changes.list(id, { turnId })).length,
  };
}

export type Furnished = Awaited<ReturnType<typeof furnish>>;
