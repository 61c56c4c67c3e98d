import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { allDoors, type Door, type World } from "@/app/testing-doors";
import { type Path, put, unboundedIn } from "@/app/testing-ids";
import { type Household, matrix } from "@/app/testing-matrix";
import { aTurn } from "@/assistant/testing/turn";
import { ELSEWHERE, OUR_PAGE } from "@/auth/testing-page";
import { aHousehold, SECRET } from "@/db/testing-household";
import { owned } from "@/db/testing-owned";

/**
 * Every door × every id that it takes × whose id that is × who asks. The doors are read out of the file tree and the ids out of
 * their schemas; a door that is missing in the matrix, or is there and no more, fails by its name.
 */

const world = vi.hoisted((): World => ({ user: undefined, headers: {}, schema: undefined }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ getAll: () => [] }),
  headers: async () => new Headers(world.headers),
}));
vi.mock("next/cache", () => ({ refresh: () => {} }));
vi.mock("next/server", () => ({ connection: async () => {} }));
vi.mock("@/auth", () => ({
  currentUser: async () => world.user,
  currentToken: async () => undefined,
  requireUser: async () => {
    if (!world.user) throw new Error("NEXT_REDIRECT /sign-in");
    return world.user;
  },
}));
// Both doors are as they are, and say what they were made with.
vi.mock("@/app/api/door", async (original) => {
  const actual = await original<typeof import("@/app/api/door")>();
  const door: typeof actual.door = (schema, open) => Object.assign(actual.door(schema, open), { schema });
  return { ...actual, door };
});
vi.mock("@/components/shell/door", async (original) => {
  const actual = await original<typeof import("@/components/shell/door")>();
  const door: typeof actual.door = (asker, sent, schema, operate) => {
    world.schema = schema;
    return actual.door(asker, sent, schema, operate);
  };
  return { door };
});

let ada: Household;
let bob: Household;
let doors: Map<string, Door>;
let before: Awaited<ReturnType<typeof owned>>;
beforeAll(async () => {
  [ada, bob] = [await aHousehold(), await aHousehold("own")];
  Object.assign(world, { user: bob.user, headers: OUR_PAGE });
  doors = await allDoors(world, () => aTurn(bob.user));
  before = await owned(ada.user.id);
});
beforeEach(() => {
  Object.assign(world, { user: bob.user, headers: OUR_PAGE });
});

test("every door is in the matrix", () => {
  expect([...doors.keys()].sort()).toEqual(Object.keys(matrix).sort());
});

/** What an action is called with that no page of ours sends. */
const MISSHAPEN: unknown[][] = [
  [],
  [null, null],
  [undefined, {}],
  [[], []],
  [5, 5],
  ["x", "y"],
  [{}, { __proto__: null, constructor: {} }],
  [undefined, JSON.parse('{"__proto__":{"isAdmin":true},"toString":1}')],
  [undefined, new Map([["email", "ada@example.com"]])],
  [undefined, formOf({ __proto__: "x", constructor: "y", email: "\0", name: "\ud800" })],
  [undefined, formOf({ email: "x".repeat(2_000_000), password: "x".repeat(2_000_000) })],
];

function formOf(fields: object): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

const MALFORMED = ["1", "null", "'; drop table tasks --", "\0", "00000000-0000-0000-0000-00000000000g", "../tasks"];

describe.each(Object.entries(matrix))("%s", (name, { input, names = [], findsDeleted }) => {
  const door = () => {
    const found = doors.get(name);
    if (!found) throw new Error(`There is no ${name}.`);
    return found;
  };
  const places = () => door().ids.map((path) => ({ path, named: ["turnId", ...names].includes(path.join(".")) }));
  const ask = (path: Path, id: string) => door().knock(put(input?.(bob.alive), path, id));
  /** The answer, the id that was asked for left out of it. */
  const told = async (path: Path, id: string) => (await ask(path, id)).replaceAll(id, "<id>");
  // What a door before this one made, with ids of another's for names, is not in the way.
  beforeAll(async () => {
    bob = await aHousehold("own");
  });

  test("another's is as what never existed, of whatever kind", async () => {
    for (const { path, named } of places()) {
      const never = await told(path, randomUUID());
      for (const [kind, id] of [...Object.entries(ada.alive), ...Object.entries(ada.deleted)]) {
        const answer = await told(path, id);
        expect(answer, `${path.join(".")}: ${kind}`).not.toContain(SECRET);
        if (!named) expect(answer, `${path.join(".")}: ${kind}`).toBe(never);
      }
    }
    expect(await owned(ada.user.id)).toEqual(before);
  });

  test("what was deleted is as what never existed", async () => {
    for (const { path, named } of places()) {
      if (named || findsDeleted) continue;
      const never = await told(path, randomUUID());
      for (const [kind, id] of Object.entries(bob.deleted)) {
        expect(await told(path, id), `${path.join(".")}: ${kind}`).toBe(never);
      }
    }
  });

  test("what is no id is refused in so many words", async () => {
    for (const { path } of places())
      for (const id of MALFORMED) {
        const answer = await ask(path, id);
        expect(answer, `${path.join(".")}: ${id}`).toMatch(/^(404|422)\n|^\{"ok":false|^refused |^nothing$/);
      }
    expect(await owned(ada.user.id)).toEqual(before);
  });

  test("who is signed out learns nothing", async () => {
    if (name.startsWith("tool ") || places().length === 0) return;
    world.user = undefined;
    for (const { path } of places())
      for (const id of [...Object.values(ada.alive), ...Object.values(ada.deleted), randomUUID(), ...MALFORMED]) {
        const answer = await ask(path, id);
        expect(answer, `${path.join(".")}: ${id}`).toMatch(
          /^401\n|^\{"ok":false,"message":"You’re signed out|\/sign-in$/,
        );
      }
    expect(await owned(ada.user.id)).toEqual(before);
  });

  test("takes nothing that has no end", () => {
    expect(unboundedIn(door().body)).toEqual([]);
  });

  test("is closed to the pages of other sites", async () => {
    if (name.startsWith("GET ") || name.startsWith("tool ")) return;
    const mine = await owned(bob.user.id);
    for (const headers of ELSEWHERE) {
      world.headers = headers;
      expect(await door().knock(input?.(bob.alive) ?? {}), JSON.stringify(headers)).toMatch(/another site|^nothing$/);
    }
    expect(await owned(bob.user.id)).toEqual(mine);
  });

  test("reads no more of a body than it may", async () => {
    if (!/^(POST|PUT|PATCH|DELETE) /.test(name)) return;
    const chunk = new TextEncoder().encode(`"${"x".repeat(65_534)}"`);
    let taken = 0;
    const endless = new ReadableStream({
      pull(controller) {
        taken += chunk.length;
        controller.enqueue(chunk);
        if (taken > 4_000_000) controller.close();
      },
    });
    expect(await door().force?.(endless)).toMatch(door().body ? /^413\n/ : /^\d/);
    expect(taken).toBeLessThan(2_000_000);
  });

  test("answers what has the wrong shape, and never throws", async () => {
    const { force } = door();
    if (/^[A-Z]+ |^tool /.test(name)) return;
    for (const sent of MISSHAPEN) expect(await force?.(...sent), name).toMatch(/^\{"ok":|^nothing$|NEXT_REDIRECT/);
  });

  test("who asks for nothing in particular gets nothing of another's", async () => {
    if (places().length > 0 || name.startsWith("account ")) return;
    expect(await door().knock(input?.(bob.alive) ?? {})).not.toContain(SECRET);
    expect(await owned(ada.user.id)).toEqual(before);
  });
});
