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

async function aTab({ typed, guest }: { typed?: string; guest?: string } = {}) {
  vi.resetModules();
  const drafts = await import("@/components/shell/drafts");
  if (typed) drafts.write("add", { text: typed });
  await drafts.open("ada", guest);
  return {
    drafts,
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

test("words that two tabs store at the same moment are stored once each, and those typed last have the field", async () => {
  const [a, b] = [await aTab(), await aTab()];
  a.type("Buy");
  await vi.advanceTimersByTimeAsync(1);
  b.type("Call");
  a.drafts.flush();
  b.drafts.flush();
  await pause();
  expect([a.text(), b.text()]).toEqual(["Buy", "Call"]);
  const texts = [...disk.values()].map((one) => (one as { draft: { text: string } }).draft.text);
  expect(texts.sort()).toEqual(["Buy", "Call"]);
  expect((await aTab()).text()).toBe("Call");
  a.clear();
  b.clear();
  await pause();
  expect(disk.size).toBe(0);
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
  tab.send("Buy stamps");
  tab.saved("Buy stamps");
  expect(await tab.all()).toEqual([]);
});

test("what is typed before the page has what was kept leaves that beside it, for good, and for another tab", async () => {
  const before = await aTab();
  before.type("Old words");
  await pause();
  const late = await aTab({ typed: "New words" });
  await pause();
  expect(await late.all()).toEqual(["New words", "Old words"]);
  // They grew out of nothing that the other tab has.
  expect(before.text()).toBe("Old words");
  const later = await aTab();
  expect(later.text()).toBe("New words");
  expect(new Set(await later.all())).toEqual(new Set(["New words", "Old words"]));
});

test("a guest’s words and those that the account has in the same field are both kept", async () => {
  disk.set("guest", { user: "guest", field: "add", draft: { text: "The guest’s" }, at: Date.now() });
  disk.set("add", { user: "ada", field: "add", draft: { text: "Ada’s" }, at: Date.now() - 1000 });
  const tab = await aTab({ guest: "guest" });
  await pause();
  expect(tab.text()).toBe("The guest’s");
  expect(await (await aTab()).all()).toEqual(["Ada’s", "The guest’s"]);
});

test("a tab that has sent its own line writes the next one over nothing that another has left in the field", async () => {
  const [a, b] = [await aTab(), await aTab()];
  a.type("Call the bank");
  b.type("Buy stamps");
  await pause();
  Channel.all.shift(); // the first is closed
  b.clear();
  await pause();
  b.type("Another line");
  await pause();
  expect(await (await aTab()).all()).toEqual(["Another line", "Call the bank"]);
});

test("a tab whose words stood beside those of another has them in the field once the other has left it", async () => {
  const [a, b] = [await aTab(), await aTab()];
  a.type("Call the bank");
  b.type("Buy stamps");
  await pause();
  a.clear();
  await pause();
  expect(b.text()).toBe("Buy stamps");
  expect((await aTab()).text()).toBe("Buy stamps");
});

test("words that stand beside a field change places with those in it, and each can be let go", async () => {
  const { drafts, type, text, all } = await aTab();
  const beside = () => [...disk.keys()].find((field) => field.startsWith("add#")) ?? "";
  drafts.write(drafts.lineField("add", "other"), { text: "Old words" });
  type("New words");
  await pause();
  drafts.exchange("add", beside());
  await pause();
  expect([text(), drafts.read(beside())?.text]).toEqual(["Old words", "New words"]);
  drafts.write("add", undefined);
  drafts.exchange("add", beside());
  await pause();
  expect(await all()).toEqual(["New words"]);
  expect([...disk.keys()]).toEqual(["add"]);
});

test("words that are used in one tab replace none of another that were typed there, or have the caret", async () => {
  const typist = await aTab();
  typist.drafts.write("add#old", { text: "Old words" });
  typist.type("New words");
  await pause();
  const [user, reader] = [await aTab(), await aTab()];
  const use = async (words: string) => {
    const fields = [...disk.keys()].filter((field) => user.drafts.read(field)?.text === words);
    user.drafts.exchange("add", fields[0] ?? "");
    await pause();
    expect(user.text()).toBe(words);
  };
  await use("Old words");
  expect([typist.text(), reader.text()]).toEqual(["New words", "Old words"]);
  Object.assign(document, { activeElement: { value: "Old words" } });
  await use("New words");
  expect(reader.text()).toBe("Old words");
  expect(new Set(await (await aTab()).all())).toEqual(new Set(["New words", "Old words"]));
});

test("a conversation that begins takes along what was typed in its tab, and nothing that another writes", async () => {
  const [a, b] = [await aTab(), await aTab()];
  b.drafts.write("chat new", { text: "Theirs" });
  await pause();
  expect(a.drafts.read("chat new")?.text).toBe("Theirs");
  a.drafts.rename("chat new", "chat 1", true);
  await pause();
  expect([a, b].map(({ drafts }) => drafts.read("chat new")?.text)).toEqual(["Theirs", "Theirs"]);
  a.drafts.write("chat new", { text: "Mine" });
  a.drafts.rename("chat new", "chat 1", true);
  expect(a.drafts.read("chat 1")?.text).toBe("Mine");
});

test("a field that takes over the name of another keeps the words of both", async () => {
  const { drafts, all } = await aTab();
  drafts.write("chat gone", { text: "Half a question" });
  drafts.write("chat new", { text: "Another one" });
  drafts.rename("chat gone", "chat new");
  await pause();
  expect(drafts.read("chat new")?.text).toBe("Another one");
  expect(await all()).toEqual(["Another one", "Half a question"]);
});
