import { expect, test, vi } from "vitest";
import { aBrowser, aTab, Channel, pause } from "@/components/shell/testing-drafts";

const disk = vi.hoisted(() => new Map<string, unknown>());

vi.mock("@/components/shell/draft-storage", async () => {
  const { storageOn } = await import("@/components/shell/testing-drafts");
  return storageOn(disk);
});

vi.mock("@/components/ui/notices", () => ({ warn: vi.fn() }));

aBrowser(disk);

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
