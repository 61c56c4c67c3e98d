import { randomUUID } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** What the model says to one request. */
export type Answer = {
  text?: string;
  calls?: Array<{ name: string; input: unknown }>;
  /** Instead of an answer, an HTTP error. */
  status?: number;
  /** Breaks the connection off after what it has said. */
  breaksOff?: boolean;
  /** Goes silent after what it has said, until the caller gives up. */
  hangs?: boolean;
  /** Says nothing for so many milliseconds, or until then. */
  waits?: number | Promise<void>;
  /** Ends without having said how. */
  endsEarly?: boolean;
  /** How it ends, where that is not as usual. */
  finish?: string;
};

export type Request = {
  messages: Array<{ role: string; content?: unknown; tool_calls?: unknown; tool_call_id?: string }>;
  tools?: Array<{ function: { name: string; parameters: unknown } }>;
};

/**
 * A server on a free port of this machine that speaks OpenAI's chat completions, streaming, and answers from a script: one
 * entry for each request, the last one for all that follow.
 * @see https://platform.openai.com/docs/api-reference/chat/create
 */
export async function serve(script: Array<Answer | ((request: Request) => Answer)>) {
  const requests: Request[] = [];
  let cutOff = 0;
  const server = createServer(async (incoming, response) => {
    let body = "";
    for await (const piece of incoming) body += piece;
    const request: Request = JSON.parse(body);
    const entry = script[Math.min(requests.length, script.length - 1)] ?? {};
    requests.push(request);
    response.on("close", () => (cutOff += response.writableFinished ? 0 : 1));
    await answer(response, typeof entry === "function" ? entry(request) : entry);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    /** How many answers their callers did not wait for. */
    get cutOff() {
      return cutOff;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function answer(response: ServerResponse, wanted: Answer): Promise<void> {
  const { text, calls = [], status, breaksOff, hangs, waits, endsEarly, finish } = wanted;
  if (waits) await (typeof waits === "number" ? sleep(waits) : waits);
  if (status) {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify({ error: { message: `Refused with ${status}, key sk-secret`, type: "error" } }));
    return;
  }
  response.writeHead(200, { "content-type": "text/event-stream" });
  const send = (choice: object, rest: object = {}) =>
    response.write(
      `data: ${JSON.stringify({ id: "c", object: "chat.completion.chunk", created: 0, model: "m", choices: [choice], ...rest })}\n\n`,
    );
  for (const word of text?.split(/(?<= )/) ?? []) send({ index: 0, delta: { role: "assistant", content: word } });
  for (const [index, { name, input }] of calls.entries()) {
    const json = JSON.stringify(input);
    const half = Math.ceil(json.length / 2);
    const call = { index, id: `call_${randomUUID()}`, type: "function" };
    send({ index: 0, delta: { tool_calls: [{ ...call, function: { name, arguments: json.slice(0, half) } }] } });
    send({ index: 0, delta: { tool_calls: [{ index, function: { arguments: json.slice(half) } }] } });
  }
  if (hangs) return;
  if (breaksOff) {
    // What was written must have left before the connection goes.
    await new Promise((flushed) => response.write(": \n\n", flushed));
    response.destroy();
    return;
  }
  if (endsEarly) return void response.end();
  send(
    { index: 0, delta: {}, finish_reason: finish ?? (calls.length > 0 ? "tool_calls" : "stop") },
    { usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 } },
  );
  response.end("data: [DONE]\n\n");
}
