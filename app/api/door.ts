import type { z } from "zod";
import { read } from "@/app/api/body";
import { once } from "@/app/api/idempotency";
import { failed, invalid, notFound, PRIVATE, problem } from "@/app/api/problem";
import { currentUser, type User } from "@/auth";
import { isCrossSite } from "@/auth/origin";
import { id as uuid } from "@/db/fields";
import * as pace from "@/db/pace";

type Schema<T> = z.ZodType<T> | undefined;
type Visit<Body, Query> = {
  user: User;
  id: string;
  body: Body;
  query: Query;
  request: Request;
  /** The id for what the visit makes, where it carries an `Idempotency-Key`. */
  claim: string | undefined;
};
type Context = { params: Promise<{ id?: string }> };

/** A JSON answer that no cache keeps. */
export function json(value: unknown, init: ResponseInit = {}): Response {
  return Response.json(value, { ...init, headers: { ...PRIVATE, ...init.headers } });
}

/** 201, and where the new thing can be found. */
export const created = (value: { id: string }, collection: string) =>
  json(value, { status: 201, headers: { Location: `${collection}/${value.id}` } });

/** 204, the answer to a deletion. */
export const empty = () => new Response(null, { status: 204, headers: PRIVATE });

/** The thing, or 404 where the operation found none. */
export const found = (value: object | undefined) => (value ? json(value) : notFound());

/** An operation takes the id with the rest; over HTTP the address says it. */
const named = (value: unknown, id: string) =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value, id } : value;

/** A page of ours says for whom it was made: nothing of the user who is signed in by then is answered. */
const isFor = ({ headers }: Request, { id }: User) => (headers.get("tandem-user") ?? id) === id;

/**
 * A route handler. It finds out who is asking, parses the input with the operation's own schemas, calls `open` and turns whatever
 * goes wrong into a problem, in this order: 403 from another site, 401, 403 for another user's page, 429, 404 for an id that is none, 422 for the query,
 * then 415, 413, 400 and 422 for the body.
 * @param schema `body` (with the address's id in it) and `query` as the operation takes them; without `body` the request's is not read.
 */
export function door<Body = undefined, Query = undefined>(
  schema: { body?: Schema<Body>; query?: Schema<Query> },
  open: (visit: Visit<Body, Query>) => Promise<Response>,
) {
  return async (request: Request, { params }: Context): Promise<Response> => {
    try {
      if (isCrossSite(request)) return problem(403, "This request came from another site.");
      const user = await currentUser();
      if (!user) return problem(401, "Sign in first.");
      if (!isFor(request, user)) return problem(403, "Someone else is signed in now.");
      if (request.method !== "GET") pace.write(user.id, 1);
      // Where the address names nothing there are no params at all, whatever the type says.
      const { id = "" } = (await params) ?? {};
      if (id && !uuid.safeParse(id).success) return notFound();

      const query = schema.query?.safeParse(Object.fromEntries(new URL(request.url).searchParams));
      if (query && !query.success) return invalid(query.error);
      const sent = schema.body ? await read(request) : { text: "", value: undefined };
      if (sent instanceof Response) return sent;
      const body = schema.body?.safeParse(id ? named(sent.value, id) : sent.value);
      if (body && !body.success) return invalid(body.error);

      const visit = { user, id, body: body?.data as Body, query: query?.data as Query, request };
      return await once(user.id, request, sent.text, (claim) => open({ ...visit, claim }));
    } catch (error) {
      return failed(error);
    }
  };
}
