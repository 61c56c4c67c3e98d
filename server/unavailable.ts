import type { IncomingMessage, ServerResponse } from "node:http";
import { mayBeAction } from "./reached.ts";

/**
 * Answers 503 where Next would answer 500, or 200 for a server action, while something that the app needs is away. What the router
 * reads keeps its status: the page tells that error itself, and asks again when it is worth it.
 * @param isAway asked when the answer begins.
 */
export function tellUnavailable(request: IncomingMessage, response: ServerResponse, isAway: () => boolean): void {
  const { writeHead } = response;
  response.writeHead = (status: number, ...rest: unknown[]) => {
    const isOurs = mayBeAction(request) ? status === 200 || status === 500 : status === 500 && !request.headers.rsc;
    if (!isOurs || !isAway()) return Reflect.apply(writeHead, response, [status, ...rest]);
    if (!response.hasHeader("Retry-After")) response.setHeader("Retry-After", "5");
    return Reflect.apply(writeHead, response, [503, ...rest]);
  };
}
