import { AsyncLocalStorage } from "node:async_hooks";
import type { IncomingMessage, ServerResponse } from "node:http";

/** One for the process, however often Next evaluates this module. */
const shared = globalThis as typeof globalThis & { tandemAction?: AsyncLocalStorage<{ isReached: boolean }> };
shared.tandemAction ??= new AsyncLocalStorage();
const action = shared.tandemAction;

/** Notes that the request being answered has reached an action of ours: what goes wrong from now on is no fault of its sender's. */
export function reach(): void {
  const current = action.getStore();
  if (current) current.isReached = true;
}

/** What Next takes for a server action, by `getServerActionRequestMetadata` (16.4): a form that may be one counts. */
export const mayBeAction = ({ method, headers }: IncomingMessage) =>
  method === "POST" &&
  (headers["next-action"] !== undefined || headers["content-type"]?.startsWith("multipart/form-data"));

/**
 * Answers 400 where Next would answer 500 to a server action that no action of ours has heard of: it is given what cannot be decoded, and
 * says that it failed itself.
 */
export async function blameSender(
  request: IncomingMessage,
  response: ServerResponse,
  handle: () => Promise<void>,
): Promise<void> {
  if (!mayBeAction(request)) return handle();
  const current = { isReached: false };
  const { writeHead } = response;
  response.writeHead = (status: number, ...rest: unknown[]) =>
    Reflect.apply(writeHead, response, [status === 500 && !current.isReached ? 400 : status, ...rest]);
  return action.run(current, handle);
}
