import type { z } from "zod";
import { isLimited } from "@/db/limited";
import { type Outage, outageOf } from "@/db/outage";

export const PRIVATE = { "Cache-Control": "private, no-store" };

const titles = {
  400: "Bad request",
  401: "Not signed in",
  403: "Forbidden",
  404: "Not found",
  405: "Method not allowed",
  409: "Conflict",
  413: "Too large",
  415: "Unsupported media type",
  422: "Invalid input",
  429: "Too many requests",
  500: "Internal error",
  503: "Unavailable",
} as const;

type Extra = { errors?: { path: string; message: string }[]; headers?: HeadersInit; [member: string]: unknown };

/**
 * An error answer as `application/problem+json` (RFC 9457).
 * @param detail one or two sentences for a person: what happened, and what to do.
 * @param extra `headers` are sent; everything else becomes members of the problem.
 */
export function problem(status: keyof typeof titles, detail: string, { headers, ...members }: Extra = {}): Response {
  return Response.json(
    { type: "about:blank", title: titles[status], status, detail, ...members },
    { status, headers: { "Content-Type": "application/problem+json", ...PRIVATE, ...headers } },
  );
}

/** The same answer for what never existed, was deleted or belongs to someone else. */
export const notFound = () => problem(404, "There’s nothing with this id.");

/** 422 with one entry per field that does not fit; `path` is dotted and empty for the body as a whole. */
export function invalid(error: z.ZodError): Response {
  return refused(error.issues.map(({ path, message }) => ({ path: path.join("."), message })));
}

/** 422 for a rule that only the database could check. */
export const refused = (errors: { path: string; message: string }[]) =>
  problem(422, errors[0]?.message ?? "The input isn’t valid.", { errors });

/** In seconds: when to come again after each kind of outage. */
const PAUSES = { away: 5, full: 60, "read-only": 60, slow: 5 };

/** 503 when the database is away, full or too slow. */
export const unavailable = ({ reason, message }: Outage): Response =>
  problem(503, message, { headers: { "Retry-After": String(PAUSES[reason]) } });

/** What an operation threw: a limit, an outage of the database, else 500, which is a defect of ours and goes to the log. */
export function failed(error: unknown): Response {
  if (isLimited(error)) {
    const { message, retryAfter } = error;
    return retryAfter === undefined
      ? refused([{ path: "", message }])
      : problem(429, message, { headers: { "Retry-After": String(retryAfter) } });
  }
  const outage = outageOf(error);
  if (outage) return unavailable(outage);
  console.error(error);
  return problem(500, "Something went wrong on our end. Nothing was partly done.");
}
