import { beforeEach, expect, test, vi } from "vitest";
import * as voice from "@/components/shell/voice";
import type { Write } from "@/components/tasks/optimistic";
import { sample } from "@/components/tasks/sample";
import { createWriting, type Writing } from "@/components/tasks/writing";
import * as notices from "@/components/ui/notices";

/** The user's turns as the server has them, last done last; other tabs write there too. */
const server = vi.hoisted(() => ({ done: [] as string[], undone: [] as string[] }));

vi.mock("@/components/tasks/actions", () => {
  const step = (from: "done" | "undone", to: "done" | "undone") => async () => {
    const turnId = server[from].pop();
    if (turnId === undefined) return { ok: true, said: "Nothing", isNothing: true };
    server[to].push(turnId);
    return { ok: true, said: "It", turnId };
  };
  const undoTurn = async (_: string, { id }: { id: string }) => {
    server.done = server.done.filter((turn) => turn !== id);
    server.undone.push(id);
    return { ok: true };
  };
  return { undoLast: step("done", "undone"), redoLast: step("undone", "done"), undoTurn };
});
vi.mock("@/components/ui/notices", () => ({ say: vi.fn((text: string) => text), warn: vi.fn(), close: vi.fn() }));

vi.mock("@/components/shell/voice", () => ({ say: vi.fn() }));

const tasks = { a: sample({ id: "a" }), b: sample({ id: "b" }), c: sample({ id: "c" }) };
let shown: string[] = [];
let writing: Writing;

beforeEach(() => {
  vi.stubGlobal("window", new EventTarget());
  vi.clearAllMocks();
  server.done = [];
  server.undone = [];
  shown = [];
  writing = createWriting((write: Write) => {
    if (write.kind === "complete" || write.kind === "reopen") shown.push(`${write.kind} ${write.tasks[0]?.id}`);
  });
});

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

function complete(name: keyof typeof tasks, answer: Promise<object> = Promise.resolve({})) {
  const task = tasks[name];
  return writing.send({
    write: { kind: "complete", tasks: [task], at: new Date() },
    before: [task],
    act: async (call) =>
      call(async (turnId) => {
        const said = await answer;
        if (!("ok" in said)) server.done.push(`${turnId}`);
        return { ok: true as const, ...said };
      }, {}),
    said: `Completed ${name}`,
    noticed: true,
  });
}

/** A write that the server keeps no record of, such as how a view is sorted. */
const sort = () => writing.send({ act: async () => ({ ok: true as const }), said: "Sorted" });

async function press(...keys: Array<"undoLast" | "redoLast">) {
  for (const key of keys) {
    writing[key]();
    await settle();
  }
}

test("an undo shows at once, and after a redo the same one", async () => {
  await complete("a");
  await complete("b");
  await press("undoLast", "redoLast");
  shown = [];
  vi.mocked(notices.close).mockClear();
  writing.undoLast();
  expect(shown).toEqual(["reopen b"]);
  await settle();
  expect(notices.close).not.toHaveBeenCalledWith("Completed a");
});

test("an undo shows before its write is saved, and one that fails is not undone twice", async () => {
  await complete("a");
  const { promise, resolve } = Promise.withResolvers<object>();
  const saving = complete("b", promise);
  writing.undoLast();
  expect(shown.at(-1)).toBe("reopen b");
  resolve({ ok: false, message: "No." });
  await saving;
  await settle();
  expect(server.done).toHaveLength(1);
});

test("what was written in another tab is undone without showing something else", async () => {
  await complete("a");
  await complete("b");
  server.done.push("elsewhere");
  writing.doubt();
  shown = [];
  await press("undoLast", "undoLast");
  expect(server.undone).toHaveLength(2);
  expect(shown).toEqual([]);
  await complete("c");
  await press("undoLast");
  expect(shown.at(-1)).toBe("reopen c");
});

test("an answer about another turn ends the guessing, and closes the notice of none", async () => {
  await complete("a");
  await complete("b");
  server.done.push("on another device");
  await press("undoLast");
  shown = [];
  await press("undoLast", "undoLast");
  expect(shown).toEqual([]);
  expect(notices.close).not.toHaveBeenCalledWith("Completed b");
});

test("a write without a record does not set undo off by one", async () => {
  await complete("a");
  await complete("b");
  await sort();
  shown = [];
  await press("undoLast", "undoLast");
  expect(shown).toEqual([]);
  expect(server.done).toEqual([]);
});

test("a write is told once: in a notice, or else to those who listen", async () => {
  const act = async () => ({ ok: true as const });
  await writing.send({ act, said: "Sorted by hand", instead: { label: "Sort as before", act: () => {} } });
  expect(notices.say).toHaveBeenCalledWith(
    "Sorted by hand",
    expect.objectContaining({ label: "Sort as before" }),
    undefined,
  );
  expect(voice.say).not.toHaveBeenCalled();
  await writing.send({ act, said: "Sorted as before" });
  expect(voice.say).toHaveBeenCalledWith("Sorted as before");
  expect(notices.say).toHaveBeenCalledOnce();
});

test("a step that a notice's Undo took is the next to be made again, and then the next to be undone", async () => {
  await complete("a");
  await complete("b");
  const [, undo] = vi.mocked(notices.say).mock.calls.find(([text]) => text === "Completed a") ?? [];
  undo?.act();
  await settle();
  await press("redoLast");
  shown = [];
  writing.undoLast();
  expect(shown).toEqual(["reopen a"]);
  await settle();
});

test("what another did is taken back, and brought back, without showing a write of one's own", async () => {
  await complete("a");
  writing.takeBack({
    said: "It",
    act: async (call) =>
      call(async (turnId) => {
        server.done.push(`${turnId}`);
        return { ok: true as const };
      }, {}),
  });
  await settle();
  shown = [];
  writing.undoLast();
  expect(shown).toEqual([]);
  await settle();
  expect(server.done).toHaveLength(1);
});
