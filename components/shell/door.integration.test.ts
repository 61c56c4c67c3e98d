import { randomUUID } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import { OUR_PAGE } from "@/auth/testing-page";
import * as chat from "@/components/chat/actions";
import { otherUser, signedOut } from "@/components/shell/answer";
import * as tags from "@/components/tags/actions";
import * as tasks from "@/components/tasks/actions";
import { aHousehold } from "@/db/testing-household";
import { owned } from "@/db/testing-owned";

const world = vi.hoisted(() => ({ user: undefined as { id: string } | undefined }));
vi.mock("next/cache", () => ({ refresh: () => {} }));
vi.mock("next/headers", () => ({ headers: async () => new Headers(OUR_PAGE) }));
vi.mock("@/auth", () => ({ currentUser: async () => world.user }));

let home: Awaited<ReturnType<typeof aHousehold>>;
beforeEach(async () => {
  home = await aHousehold();
  world.user = home.user;
});

type Act = (turnId: unknown, input: unknown, as?: unknown) => Promise<unknown>;
const actions: Array<[string, Act]> = Object.entries({ chat, tags, tasks }).flatMap(([noun, verbs]) =>
  Object.entries(verbs).map(([verb, act]): [string, Act] => [`${noun} ${verb}`, act]),
);

/** Fits one action or another; none of them may look at it. */
const inputs = (id: string) => [{ id }, { ids: [id] }, { tasks: [{ title: "Theirs" }] }, { name: "theirs" }, {}];

test("what waited in a tab is not written for whoever is signed in by then", async () => {
  const before = await owned(home.user.id);
  for (const [name, act] of actions)
    for (const id of Object.values(home.alive))
      for (const input of inputs(id)) {
        const said = await act(randomUUID(), input, randomUUID());
        expect(said, name).toBe(otherUser);
      }
  expect(await owned(home.user.id)).toEqual(before);
});

test("it is written for the one whose page it was made on, and where nobody is named", async () => {
  for (const as of [home.user.id, undefined]) {
    const answer = await tasks.add(randomUUID(), { tasks: [{ title: "Mine" }] }, as);
    expect(answer).toMatchObject({ ok: true, tasks: [{ title: "Mine" }] });
  }
});

test("a session that has ended says so before anything else", async () => {
  world.user = undefined;
  for (const [name, act] of actions) expect(await act("no turn", "no input", home.user.id), name).toBe(signedOut);
});
