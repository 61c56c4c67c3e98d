import { afterEach, beforeEach, expect, test, vi } from "vitest";

type Stored = { user: string; field: string; draft: { text: string }; at: number };
const disk = vi.hoisted(() => new Map<string, unknown>());

vi.mock("@/components/shell/draft-storage", () => ({
  all: async () => [...disk.values()],
  put: async (one: Stored) => void disk.set(one.field, one),
  remove: async ({ field }: Stored) => void disk.delete(field),
  settle: async () => {},
}));

vi.mock("@/components/ui/notices", () => ({ warn: vi.fn() }));

/** What one tab says, every other one hears. */
class Channel {
  static all: Channel[] = [];
  onmessage?: (event: { data: unknown }) => void;
  constructor() {
    Channel.all.push(this);
  }
  postMessage(data: unknown) {
    for (const other of Channel.all) if (other !== this) queueMicrotask(() => other.onmessage?.({ data }));
  }
}

beforeEach(() => {
  disk.clear();
  Channel.all = [];
  vi.useFakeTimers();
  vi.stubGlobal("BroadcastChannel", Channel);
  vi.stubGlobal("addEventListener", () => {});
  vi.stubGlobal("document", new EventTarget());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function aTab() {
  vi.resetModules();
  const drafts = await import("@/components/shell/drafts");
  await drafts.open("ada");
  return {
    type: (text: string) => drafts.write("add", { text }),
    send: (text: string) => drafts.write(drafts.lineField("add", "turn"), { text }),
    saved: (text: string) => drafts.saved("add", text),
    clear: () => drafts.write("add", undefined),
    text: () => drafts.read("add")?.text,
    all: async () => (await drafts.list()).map(({ text }) => text).sort(),
  };
}

const pause = () => vi.advanceTimersByTimeAsync(1000);

test("drafts of 30 days ago go, and those of anyone else", async () => {
  const DAY = 24 * 60 * 60 * 1000;
  const stored = (user: string, field: string, days: number) =>
    disk.set(field, { user, field, draft: { text: field }, at: Date.now() - days * DAY });
  stored("ada", "add", 29);
  stored("ada", "task 1 title", 31);
  stored("bob", "task 2 title", 1);
  expect(await (await aTab()).all()).toEqual(["add"]);
  expect([...disk.keys()]).toEqual(["add"]);
});

test("what was begun in one tab goes on in another, and is let go in both", async () => {
  const [a, b] = [await aTab(), await aTab()];
  a.type("Buy");
  await pause();
  expect(b.text()).toBe("Buy");
  b.type("Buy stamps");
  await pause();
  expect(a.text()).toBe("Buy stamps");
  a.type("Buy two stamps");
  await pause();
  expect(b.text()).toBe("Buy two stamps");
  b.clear();
  await pause();
  expect(a.text()).toBeUndefined();
  expect(disk.size).toBe(0);
});

test("two tabs that write in one field at the same moment keep both lines, also when they are gone", async () => {
  const [a, b] = [await aTab(), await aTab()];
  a.type("Buy");
  b.type("Call");
  await pause();
  a.type("Buy stamps");
  await pause();
  b.type("Call the bank");
  await pause();
  expect([a.text(), b.text()]).toEqual(["Buy stamps", "Call the bank"]);
  const later = await aTab();
  expect(await later.all()).toEqual(["Buy stamps", "Call the bank"]);
});

test("a line that is sent from one tab takes nothing out of the other", async () => {
  const [a, b] = [await aTab(), await aTab()];
  a.type("Buy stamps");
  b.type("Call the bank");
  await pause();
  a.clear();
  await pause();
  expect(b.text()).toBe("Call the bank");
  expect(await (await aTab()).all()).toEqual(["Call the bank"]);
  b.clear();
  await pause();
  expect(disk.size).toBe(0);
});

test("each tab knows what is unsaved in the others, also what was sent there, and what is not stored yet here", async () => {
  const [a, b] = [await aTab(), await aTab()];
  b.send("Water the ferns");
  a.type("Buy");
  b.type("Call");
  await pause();
  a.type("Buy stamps");
  await pause();
  b.type("Call the bank");
  await pause();
  expect(await a.all()).toEqual(["Buy stamps", "Call the bank", "Water the ferns"]);
  a.type("Buy two stamps");
  expect(await a.all()).toEqual(["Buy two stamps", "Call the bank", "Water the ferns"]);
  a.clear();
  expect(await a.all()).toEqual(["Call the bank", "Water the ferns"]);
});

test("a field that has been saved lets go of that, and of nothing else", async () => {
  const tab = await aTab();
  tab.type("Buy stamps");
  tab.saved("Buy");
  expect(tab.text()).toBe("Buy stamps");
  tab.saved("Buy stamps");
  expect(tab.text()).toBeUndefined();
});
