import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { asSchema, type FlexibleSchema } from "ai";
import type { z } from "zod";
import { idsIn, idsInJson, type Path } from "@/app/testing-ids";
import { policy } from "@/assistant/approvals";
import { tools } from "@/assistant/tools";
import type { Turn } from "@/assistant/tools/turn";

/** Where a door takes ids, what it takes altogether, and what it says to an input, in whatever words. */
export type Door = {
  ids: Path[];
  body?: z.ZodType;
  knock: (input: unknown) => Promise<string>;
  /** The same with arguments of any shape, for an action; or with a stream for a body, for a route. */
  force?: (...sent: unknown[]) => Promise<string>;
};

/** Who asks, from where; and the schema with which an action's door was last called, which the test has it note here. */
export type World = { user: unknown; headers: Record<string, string>; schema: z.ZodType | undefined };

/** Every door by its name: the handlers and actions as the file tree has them, and the assistant's tools. */
export async function allDoors(world: World, turn: () => Promise<Turn>): Promise<Map<string, Door>> {
  return new Map([...(await routes(world)), ...(await actions(world)), ...(await assistants(turn))]);
}

const root = join(import.meta.dirname, "..");
const files = (folder: string, name: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(`/${name}`))
    .map((path) => path.slice(0, -name.length - 1));

type Input = { address?: { id?: string }; query?: Record<string, string>; body?: object };
type Handler = ((request: Request, context: { params: Promise<object> }) => Promise<Response>) & {
  schema?: { body?: z.ZodType; query?: z.ZodType };
  /** It only says that there is no such door, or which there are. */
  refuses?: boolean;
};

async function routes(world: World): Promise<Array<[string, Door]>> {
  // Better Auth's own are its own.
  const places = files("app", "route.ts").filter((place) => place !== "api/auth/[...all]");
  const doors = places.map(async (place) => {
    const handlers: Record<string, Handler> = await import(join(root, "app", place, "route.ts"));
    return Object.entries(handlers)
      .filter(([, { refuses }]) => !refuses)
      .map(([method, handler]): [string, Door] => {
        const named = place.includes("[id]");
        const inside = idsIn(handler.schema?.body, ["body"]).filter((path) => !named || path.join(".") !== "body.id");
        const ids: Path[] = [
          ...(named ? [["address", "id"]] : []),
          ...inside,
          ...idsIn(handler.schema?.query, ["query"]),
        ];
        const ask = (input: Input) => visit(world, method, place, handler, input);
        const force = (body: unknown) => ask({ address: { id: randomUUID() }, body: body as ReadableStream });
        return [
          `${method} ${place}`,
          { ids, body: handler.schema?.body, knock: (input) => ask(input as Input), force },
        ];
      });
  });
  return (await Promise.all(doors)).flat();
}

async function visit(
  { headers }: World,
  method: string,
  place: string,
  handler: Handler,
  { address = {}, query, body }: Input,
) {
  const path = place.replace("[id]", encodeURIComponent(address.id ?? ""));
  const request = new Request(`http://tandem.test/${path}?${new URLSearchParams(query)}`, {
    method,
    headers: { ...headers, "content-type": "application/json" },
    ...(body && method !== "GET" && { body: body instanceof ReadableStream ? body : JSON.stringify(body) }),
    duplex: "half",
  } as RequestInit);
  const response = await handler(request, { params: Promise.resolve(address) });
  const told = ["content-type", "location", "cache-control"].map((name) => response.headers.get(name));
  return [response.status, ...told, await response.text()].join("\n");
}

type Action = (...sent: unknown[]) => Promise<unknown>;

async function actions(world: World): Promise<Array<[string, Door]>> {
  const doors = files("components", "actions.ts").map(async (noun) => {
    const found: Record<string, Action> = await import(join(root, "components", noun, "actions.ts"));
    const named = Object.entries(found).map(async ([verb, act]): Promise<[string, Door]> => {
      if (noun === "account") {
        const ids: Path[] = verb === "endSession" ? [["input", "id"]] : [];
        const force = (...sent: unknown[]) => tell(act(...sent));
        return [`account ${verb}`, { ids, knock: (input) => force((input as { input: unknown }).input), force }];
      }
      const refused = act(randomUUID(), undefined);
      const { schema } = world; // noted before the action first waits
      await refused;
      const ids: Path[] = [...idsIn(schema, ["input"]), ["turnId"]];
      const knock = (sent: unknown) => {
        const { turnId = randomUUID(), input } = sent as { turnId?: string; input: unknown };
        return tell(act(turnId, input));
      };
      return [`${noun} ${verb}`, { ids, body: schema, knock, force: (...sent) => tell(act(...sent)) }];
    });
    return Promise.all(named);
  });
  return (await Promise.all(doors)).flat();
}

async function assistants(turn: () => Promise<Turn>): Promise<Array<[string, Door]>> {
  const doors = Object.entries(tools(await turn())).map(async ([name, tool]): Promise<[string, Door]> => {
    const schema = asSchema(tool.inputSchema as FlexibleSchema<unknown>);
    const ids = idsInJson(await schema.jsonSchema);
    const knock = async (input: unknown) => {
      const mine = await turn();
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
