import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { asSchema, type FlexibleSchema } from "ai";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { z } from "zod";
import { idsIn, idsInJson, put } from "@/app/testing-ids";
import { policy } from "@/assistant/approvals";
import { newTurn } from "@/assistant/new-turn";
import { tools } from "@/assistant/tools";
import { aHousehold, SECRET } from "@/db/testing-household";
import { owned } from "@/db/testing-owned";

/**
 * Every door × every id that it takes × whose id that is × who asks. The doors are read out of the file tree and the ids out of
 * their schemas; a door that is missing here, or is here and no more, fails by its name.
 */
type Household = Awaited<ReturnType<typeof aHousehold>>;
type Path = Array<string | number>;
type Door = { ids: Path[]; knock: (input: unknown) => Promise<string> };
type Sample = {
  /** Input that the door takes, about the asker's own things; the ids in it are replaced one at a time. */
  input?: (own: Household["alive"]) => object;
  /** Ids that the asker makes up for something new: that one "never existed" is the usual case. */
  names?: string[];
  /** Looks into the asker's own trash. */
  findsDeleted?: true;
};

const none: Sample = {};
const ids: Sample = { input: ({ task }) => ({ input: { ids: [task] } }) };
const id = (of: keyof Household["alive"]): Sample => ({ input: (own) => ({ input: { id: own[of] } }) });
const at = (of: keyof Household["alive"], body?: object): Sample => ({
  input: (own) => ({ address: { id: own[of] }, body }),
});

const matrix: Record<string, Sample> = {
  "GET api/health": none,
  "GET (public)/goodbye": none,
  "GET (app)/settings/export": none,
  "POST api/chat": {
    input: ({ conversation }) => ({
      body: {
        id: conversation,
        message: { id: randomUUID(), role: "user", parts: [{ type: "text", text: "Hello" }] },
      },
    }),
    names: ["body.id", "body.message.id", "body.keep.any.0"],
  },
  "POST api/chat/stop": { input: ({ conversation }) => ({ body: { id: conversation } }) },
  "GET api/v1/conversations": none,
  "POST api/v1/conversations": { input: () => ({ body: {} }), names: ["body.id"] },
  "GET api/v1/conversations/[id]": at("conversation"),
  "PATCH api/v1/conversations/[id]": at("conversation", { title: "Mine" }),
  "DELETE api/v1/conversations/[id]": at("conversation"),
  "POST api/v1/quick-add": { input: () => ({ body: { text: "Mine #home" } }) },
  "POST api/v1/conversations/[id]/restore": { ...at("conversation"), findsDeleted: true },
  "GET api/v1/tags": none,
  "POST api/v1/tags": { input: () => ({ body: { name: randomUUID() } }) },
  "GET api/v1/tags/[id]": at("tag"),
  "PATCH api/v1/tags/[id]": at("tag", { name: "mine" }),
  "DELETE api/v1/tags/[id]": at("tag"),
  "POST api/v1/tags/[id]/restore": { ...at("tag"), findsDeleted: true },
  "GET api/v1/tasks": { input: () => ({ query: { view: "all" } }) },
  "POST api/v1/tasks": { input: () => ({ body: { title: "Mine" } }) },
  "GET api/v1/tasks/[id]": at("task"),
  "PATCH api/v1/tasks/[id]": at("completed", { title: "Mine" }),
  "DELETE api/v1/tasks/[id]": at("task"),
  "GET api/v1/tasks/[id]/occurrences": at("task"),
  "POST api/v1/tasks/[id]/skip": at("task"),
  "PUT api/v1/tasks/[id]/completion": at("task"),
  "DELETE api/v1/tasks/[id]/completion": at("task"),
  "POST api/v1/tasks/[id]/restore": { ...at("task"), findsDeleted: true },

  "chat rename": { input: ({ conversation }) => ({ input: { id: conversation, title: "Mine" } }) },
  "chat remove": id("conversation"),
  "chat restore": { ...id("conversation"), findsDeleted: true },
  "tags add": { input: () => ({ input: { name: randomUUID() } }) },
  "tags change": { input: ({ tag }) => ({ input: { id: tag, name: "mine" } }) },
  "tags remove": id("tag"),
  "tags restore": { ...id("tag"), findsDeleted: true },
  "tasks add": { input: () => ({ input: { tasks: [{ title: "Mine" }] } }) },
  "tasks change": { input: ({ completed }) => ({ input: { id: completed, title: "Mine" } }) },
  "tasks changeMany": { input: ({ completed }) => ({ input: { ids: [completed], priority: "high" } }) },
  "tasks complete": ids,
  "tasks reopen": ids,
  "tasks remove": ids,
  "tasks skip": id("task"),
  "tasks restore": { ...ids, findsDeleted: true },
  "tasks undoChange": id("change"),
  "tasks undoTurn": id("turn"),
  "account endSession": id("session"),
  // These take words, and whoever is signed in; auth.test.ts tells whom they let in.
  "account askForReset": none,
  "account changePassword": none,
  "account changeProfile": none,
  "account endOtherSessions": none,
  "account erase": none,
  "account resetPassword": none,
  "account signIn": none,
  "account signOut": none,
  "account signUp": none,
  "account tryIt": none,

  "tool add_tasks": { input: () => ({ tasks: [{ title: "Mine" }] }) },
  "tool change_tag": { input: ({ tag }) => ({ id: tag, name: "mine" }) },
  "tool change_tasks": { input: ({ completed }) => ({ tasks: [{ id: completed, title: "Mine" }] }) },
  "tool complete_tasks": { input: ({ task }) => ({ ids: [task] }) },
  "tool delete_tasks": { input: ({ task }) => ({ ids: [task] }) },
  "tool find_tasks": { input: () => ({ view: "all", limit: 20 }) },
  "tool list_tags": { input: () => ({}) },
  "tool reopen_tasks": { input: ({ task }) => ({ ids: [task] }) },
  "tool restore_tag": { input: ({ tag }) => ({ id: tag }), findsDeleted: true },
  "tool restore_tasks": { input: ({ task }) => ({ ids: [task] }), findsDeleted: true },
  "tool skip_tasks": { input: ({ task }) => ({ ids: [task] }) },
  "tool undo_turn": { input: () => ({}) },
};

const world = vi.hoisted(() => ({ user: undefined as unknown, schema: undefined as z.ZodType | undefined }));
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

const root = join(import.meta.dirname, "..");
const files = (folder: string, name: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(`/${name}`))
    .map((path) => path.slice(0, -name.length - 1));

type Input = { address?: { id?: string }; query?: Record<string, string>; body?: object };
type Handler = ((request: Request, context: { params: Promise<object> }) => Promise<Response>) & {
  schema?: { body?: z.ZodType; query?: z.ZodType };
};

async function routes(): Promise<Array<[string, Door]>> {
  // Better Auth's own are its own.
  const places = files("app", "route.ts").filter((place) => place !== "api/auth/[...all]");
  const doors = places.map(async (place) => {
    const handlers: Record<string, Handler> = await import(join(root, "app", place, "route.ts"));
    return Object.entries(handlers).map(([method, handler]): [string, Door] => {
      const named = place.includes("[id]");
      const inside = idsIn(handler.schema?.body, ["body"]).filter((path) => !named || path.join(".") !== "body.id");
      const ids: Path[] = [
        ...(named ? [["address", "id"]] : []),
        ...inside,
        ...idsIn(handler.schema?.query, ["query"]),
      ];
      return [`${method} ${place}`, { ids, knock: (input) => visit(method, place, handler, input as Input) }];
    });
  });
  return (await Promise.all(doors)).flat();
}

async function visit(method: string, place: string, handler: Handler, { address = {}, query, body }: Input) {
  const path = place.replace("[id]", encodeURIComponent(address.id ?? ""));
  const request = new Request(`http://tandem.test/${path}?${new URLSearchParams(query)}`, {
    method,
    headers: { host: "tandem.test", origin: "http://tandem.test", "content-type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
  });
  const response = await handler(request, { params: Promise.resolve(address) });
  const headers = ["content-type", "location", "cache-control"].map((name) => response.headers.get(name));
  return [response.status, ...headers, await response.text()].join("\n");
}

type Action = (...sent: unknown[]) => Promise<unknown>;

async function actions(): Promise<Array<[string, Door]>> {
  const doors = files("components", "actions.ts").map(async (noun) => {
    const found: Record<string, Action> = await import(join(root, "components", noun, "actions.ts"));
    const named = Object.entries(found).map(async ([verb, act]): Promise<[string, Door]> => {
      if (noun === "account") {
        const ids: Path[] = verb === "endSession" ? [["input", "id"]] : [];
        return [`account ${verb}`, { ids, knock: (input) => tell(act((input as { input: unknown }).input)) }];
      }
      const refused = act(randomUUID(), undefined);
      const { schema } = world; // written before the action first waits
      await refused;
      const ids: Path[] = [...idsIn(schema, ["input"]), ["turnId"]];
      const knock = (sent: unknown) => {
        const { turnId = randomUUID(), input } = sent as { turnId?: string; input: unknown };
        return tell(act(turnId, input));
      };
      return [`${noun} ${verb}`, { ids, knock }];
    });
    return Promise.all(named);
  });
  return (await Promise.all(doors)).flat();
}

async function assistants(): Promise<Array<[string, Door]>> {
  const turn = () => newTurn(bob.user, bob.alive.conversation, [], []);
  const doors = Object.entries(tools(turn())).map(async ([name, tool]): Promise<[string, Door]> => {
    const schema = asSchema(tool.inputSchema as FlexibleSchema<unknown>);
    const ids = idsInJson(await schema.jsonSchema);
    const knock = async (input: unknown) => {
      const mine = turn();
      const toolCallId = randomUUID();
      const parsed = await schema.validate?.(input);
      if (!parsed?.success) return `refused ${parsed?.error.message}`;
      await policy(mine, { toolCallId, toolName: name, input: parsed.value });
      const { execute } = tools(mine)[name as "add_tasks"];
      return tell(Promise.resolve(execute?.(parsed.value as never, { toolCallId, messages: [] } as never)));
    };
    return [`tool ${name}`, { ids, knock }];
  });
  return Promise.all(doors);
}

const tell = (answer: Promise<unknown>) =>
  answer.then(
    (value) => JSON.stringify(value) ?? "nothing",
    (error: Error) => `threw ${error.message}`,
  );

let ada: Household;
let bob: Household;
let doors: Map<string, Door>;
let before: Awaited<ReturnType<typeof owned>>;
beforeAll(async () => {
  [ada, bob] = [await aHousehold(), await aHousehold("own")];
  world.user = bob.user;
  doors = new Map([...(await routes()), ...(await actions()), ...(await assistants())]);
  before = await owned(ada.user.id);
});
beforeEach(() => {
  world.user = bob.user;
});

test("every door is in the matrix", () => {
  expect([...doors.keys()].sort()).toEqual(Object.keys(matrix).sort());
});

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
          /^401\n|^\{"ok":false,"message":"You are signed out|\/sign-in$/,
        );
      }
    expect(await owned(ada.user.id)).toEqual(before);
  });

  test("who asks for nothing in particular gets nothing of another's", async () => {
    if (places().length > 0 || name.startsWith("account ")) return;
    expect(await door().knock(input?.(bob.alive) ?? {})).not.toContain(SECRET);
    expect(await owned(ada.user.id)).toEqual(before);
  });
});
