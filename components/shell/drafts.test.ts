import { expect, test, vi } from "vitest";
import { aBrowser, aTab, pause } from "@/components/shell/testing-drafts";

const disk = vi.hoisted(() => new Map<string, unknown>());

vi.mock("@/components/shell/draft-storage", async () => {
  const { storageOn } = await import("@/components/shell/testing-drafts");
  return storageOn(disk);
});

vi.mock("@/components/ui/notices", () => ({ warn: vi.fn() }));

aBrowser(disk);

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

test("a field that takes over the name of another keeps the words of both", async () => {
  const { drafts, all } = await aTab();
  drafts.write("chat gone", { text: "Half a question" });
  drafts.write("chat new", { text: "Another one" });
  drafts.rename("chat gone", "chat new");
  await pause();
  expect(drafts.read("chat new")?.text).toBe("Another one");
  expect(await all()).toEqual(["Another one", "Half a question"]);
});

test("words that are put into a field stand beside it no more, however often they did", async () => {
  const tab = await aTab();
  const { drafts } = tab;
  tab.type("Theirs");
  for (const id of ["one", "two"]) drafts.write(drafts.lineField("add", id), { text: "Mine" });
  drafts.exchange("add", drafts.lineField("add", "one"));
  tab.type("Mine, and more");
  expect(await tab.all()).toEqual(["Mine, and more", "Theirs"]);
});
