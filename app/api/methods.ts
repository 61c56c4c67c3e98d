import { PRIVATE, problem } from "@/app/api/problem";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof METHODS)[number];
/** Next answers HEAD itself where there is a GET. */
type Having<Named> = Named | ("GET" extends Named ? "HEAD" : never);

/** A handler that answers everybody alike, whatever was asked; no door to anything, which its mark tells those who list the doors. */
export const refusing = (answer: () => Response) => Object.assign(answer, { refuses: true as const });

/**
 * The handlers of an address for all methods but those `named`, which it has: 405, and 204 for OPTIONS, both with `Allow`. Next's
 * own 405 is empty and does not say what is allowed.
 * Source: RFC 9110, 15.5.6 and 10.2.1.
 */
export function only<Named extends Method>(...named: Named[]) {
  const known: Method[] = named;
  const has = METHODS.filter((method) => known.includes(method === "HEAD" ? "GET" : method));
  const headers = { Allow: [...has, "OPTIONS"].join(", ") };
  const refuse = refusing(() => problem(405, `Use one of ${headers.Allow} here.`, { headers }));
  const others = METHODS.filter((method) => !has.includes(method)).map((method) => [method, refuse]);
  return {
    ...(Object.fromEntries(others) as Record<Exclude<Method, Having<Named>>, typeof refuse>),
    OPTIONS: refusing(() => new Response(null, { status: 204, headers: { ...PRIVATE, ...headers } })),
  };
}
