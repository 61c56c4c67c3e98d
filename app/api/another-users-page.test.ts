import { beforeAll, expect, test, vi } from "vitest";
import { GET as conversation } from "@/app/api/v1/conversations/[id]/route";
import { GET, POST } from "@/app/api/v1/tasks/route";
import { aHousehold } from "@/db/testing-household";
import { owned } from "@/db/testing-owned";

const world = vi.hoisted(() => ({ user: undefined as unknown }));
vi.mock("next/server", () => ({ connection: async () => {} }));
vi.mock("@/auth", () => ({ currentUser: async () => world.user }));

let home: Awaited<ReturnType<typeof aHousehold>>;
beforeAll(async () => {
  home = await aHousehold();
  world.user = home.user;
});

const ask = (user: string | undefined, init: RequestInit = {}) =>
  new Request("http://tandem.test/api/v1/tasks", {
    ...init,
    headers: { "content-type": "application/json", ...(user && { "tandem-user": user }) },
  });
const params = Promise.resolve({});

test("a page that was made for another user is told nothing of this one, and writes nothing", async () => {
  const before = await owned(home.user.id);
  const stranger = crypto.randomUUID();
  const answers = [
    await GET(ask(stranger), { params }),
    await POST(ask(stranger, { method: "POST", body: JSON.stringify({ title: "Theirs" }) }), { params }),
    await conversation(ask(stranger), { params: Promise.resolve({ id: home.alive.conversation }) }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
  expect(await owned(home.user.id)).toEqual(before);
});

test("its own user, and a program that names none, are answered", async () => {
  for (const user of [home.user.id, undefined]) expect((await GET(ask(user), { params })).status).toBe(200);
});
