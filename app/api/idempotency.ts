import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { PRIVATE, problem } from "@/app/api/problem";
import { outageOf } from "@/db/outage";
import { asNobody } from "@/db/request-context";
import * as requests from "@/db/requests";

function fingerprint(request: Request, body: string): string {
  const { pathname, search } = new URL(request.url);
  return createHash("sha256").update(`${request.method} ${pathname}${search}\n${body}`).digest("hex");
}

/**
 * Answers a POST that carries an `Idempotency-Key` once: the same key and body gets the first answer again, however
 * many ask at once; the same key with another body is 422. What passes (5xx, 429) is forgotten, so that a retry tries again, and so
 * is a stream, which nobody could keep without holding it back.
 * @param answer is given the claim's id, for what the request makes: the same one after a crash between making it and
 * keeping the answer. Undefined without a key.
 * Source: draft-ietf-httpapi-idempotency-key-header.
 */
export async function once(
  userId: string,
  request: Request,
  body: string,
  answer: (claim?: string) => Promise<Response>,
): Promise<Response> {
  const key = request.headers.get("idempotency-key");
  if (request.method !== "POST" || key === null) return answer();
  if (key.length < 1 || key.length > 255) return problem(422, "An Idempotency-Key must have 1 to 255 characters.");

  const asked = await claim(userId, key, fingerprint(request, body));
  if ("mismatch" in asked) return problem(422, "This Idempotency-Key was already used with a different request.");
  if ("busy" in asked) {
    return problem(409, "The first request with this Idempotency-Key is still in progress.", {
      headers: { "Retry-After": "1" },
    });
  }
  if ("answer" in asked) return replay(asked.answer);

  try {
    const response = await answer(asked.begun);
    if (isPassing(response)) await abandon(userId, key);
    else await requests.finish(userId, { key, ...(await record(response.clone())) });
    return response;
  } catch (error) {
    await abandon(userId, key);
    throw error;
  }
}

/** In milliseconds. After a minute a claim gives itself up. */
const LATER = { pause: 1_000, most: 50_000 };

/** Gives the key back, and where the database has gone meanwhile, as soon as it is back: the next request with it is to be answered. */
async function abandon(userId: string, key: string): Promise<void> {
  try {
    await requests.abandon(userId, { key });
  } catch (error) {
    if (!outageOf(error)) throw error;
    void abandonLater(userId, key);
  }
}

async function abandonLater(userId: string, key: string): Promise<void> {
  for (let waited = 0; waited < LATER.most; waited += LATER.pause) {
    await pause(LATER.pause, undefined, { ref: false });
    const done = await asNobody(() => requests.abandon(userId, { key })).then(
      () => true,
      () => false,
    );
    if (done) return;
  }
}

const isPassing = ({ status, headers }: Response) =>
  status >= 500 || status === 429 || headers.get("content-type") === "text/event-stream";

/** A repeat that comes while the first request is being answered waits for that answer, up to ten seconds. */
async function claim(userId: string, key: string, fingerprint: string) {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const asked = await requests.begin(userId, { key, fingerprint });
    if (!("busy" in asked) || Date.now() > deadline) return asked;
    await pause(25);
  }
}

async function record(response: Response): Promise<requests.RecordedAnswer> {
  const text = await response.text();
  return { status: response.status, location: response.headers.get("location"), body: text ? JSON.parse(text) : null };
}

function replay({ status, location, body }: requests.RecordedAnswer): Response {
  const type = status >= 400 ? "application/problem+json" : "application/json";
  const headers = { ...PRIVATE, "Content-Type": type, ...(location && { Location: location }) };
  return new Response(body === null ? null : JSON.stringify(body), { status, headers });
}
