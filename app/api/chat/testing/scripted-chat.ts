import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, vi } from "vitest";
import { POST } from "@/app/api/chat/route";
import { POST as STOP } from "@/app/api/chat/stop/route";
import type { ChatMessage } from "@/assistant/message";
import { type Answer, type Request, serve } from "@/assistant/testing/openai-server";
import { answering, approvalsIn, read, says, send } from "@/assistant/testing/talk";
import * as conversations from "@/db/conversations";
import * as tasks from "@/db/tasks";
import { aUser } from "@/db/testing";

/**
 * The chat's routes with a session and a model of the test's own. Importing this mocks both, so a test takes the routes from here,
 * and before each of its tests there is a new user, Ada, signed in, and the id of a conversation to be.
 */

const world = vi.hoisted(() => ({ user: undefined as unknown, settings: {} as object }));
vi.mock("@/auth", () => ({ currentUser: async () => world.user }));
vi.mock("@/assistant/model", async (original) => {
  const actual = await original<typeof import("@/assistant/model")>();
  const settings = () => world.settings as never;
  return { ...actual, model: () => actual.model(settings()), modelName: () => actual.modelName(settings()) };
});

export let ada: Awaited<ReturnType<typeof aUser>>;
export let id: string;
/** The model's server, once there is a script. */
export let server: Awaited<ReturnType<typeof serve>>;

beforeEach(async () => {
  ada = await aUser();
  id = randomUUID();
  signIn(ada);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await server?.close();
});

export function signIn(user: unknown) {
  world.user = user;
}

/** Has the model answer so, one answer after another. */
export async function scripted(...script: Array<Answer | ((request: Request) => Answer)>) {
  server = await serve(script);
  configure({ AI_MODEL: "local/m", OPENAI_BASE_URL: server.url });
}

export function configure(settings: object) {
  world.settings = settings;
}

export const post = (body: unknown, init?: RequestInit) => send(POST, body, init);
export const stop = () => send(STOP, { id });

/** Says something in the conversation, and reads the reply. */
export const ask = async (text: string | ReturnType<typeof says> = "Tidy up") =>
  (await read(await post({ id, message: typeof text === "string" ? says(text) : text }))).message;

/** The reply to a first message, in which the model makes these calls; what comes after them is said in a word. */
export async function asked(...calls: NonNullable<Answer["calls"]>): Promise<ChatMessage> {
  await scripted({ text: "Shall I?", calls }, { text: "All right." });
  id = randomUUID();
  return ask();
}

/** Sends an answer to what a reply asks; `keep` says which rows are left ticked. */
export const answer = (message: unknown, keep?: object) => post({ id, message, keep });

/** Approves all that a reply asks, or only these rows of its first question, and reads on. */
export async function approve(message: ChatMessage, kept?: string[]): Promise<ChatMessage> {
  const keep = kept && { [approvalsIn(message)[0] ?? ""]: kept };
  return (await read(await answer(answering(message, true), keep), message)).message;
}

/** The titles of all tasks that are not in the trash. */
export const living = async () =>
  (await tasks.list(ada.id, { view: "all", limit: 200 })).items.map(({ title }) => title).sort();

/** The messages of the conversation as they are stored. */
export const stored = async () =>
  ((await conversations.find(ada.id, { id }))?.messages ?? []) as unknown as ChatMessage[];
