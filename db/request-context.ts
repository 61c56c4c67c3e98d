import { AsyncLocalStorage } from "node:async_hooks";
import { causes } from "@/db/error-code";

/** What the database layer knows about the request that it works for. */
export type RequestContext = {
  /** Who asks, once a door has found out. */
  userId?: string;
  /** What went wrong in the database last, for a door that is only told that something did. `at` is as of `Date.now`. */
  failure?: { error: unknown; at: number };
};

/** One for the process, however often Next evaluates this module. */
const shared = globalThis as typeof globalThis & { tandemRequest?: AsyncLocalStorage<RequestContext> };
shared.tandemRequest ??= new AsyncLocalStorage();
const storage = shared.tandemRequest;

/** The request that the present work is for; undefined for jobs, commands and tests. */
export const currentRequest = () => storage.getStore();

/** Begins a request: what the present callback does from here on, and all that follows from it, belongs to it. */
export function beginRequest(): RequestContext {
  const request = {};
  storage.enterWith(request);
  return request;
}

/** Says who asks. */
export function identify(userId: string): void {
  const request = storage.getStore();
  if (request) request.userId = userId;
}

/** Notes what went wrong in the database. */
export function noteFailure(request: RequestContext | undefined, error: unknown): void {
  if (request) request.failure = { error, at: Date.now() };
}

/** Takes back what was noted of this error: it was dealt with, so the request has not failed. */
export function recovered(error: unknown): void {
  const request = storage.getStore();
  if (request?.failure && causes(error).includes(request.failure.error)) delete request.failure;
}

/** Does `work` as a request of this user. */
export const asUser = <T>(userId: string, work: () => T): T => storage.run({ userId }, work);

/** Does `work` as a request of nobody in particular: for what those of several users wait for. */
export const asNobody = <T>(work: () => T): T => storage.run({}, work);
