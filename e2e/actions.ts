import { readFileSync } from "node:fs";
import type { APIRequestContext, APIResponse } from "@playwright/test";

type Manifest = { node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }> };

/** A server action of the build: what it is called, its id, and a page whose bundle has it. */
type ServerAction = { name: string; id: string; path: string };

/** Every server action that anyone can call, as the build lists them. */
export function serverActions(): ServerAction[] {
  const { node }: Manifest = JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8"));
  return Object.entries(node).map(([id, { filename, exportedName, workers }]) => {
    const [worker = ""] = Object.keys(workers);
    const noun = filename.split("/").at(-2);
    return { name: `${noun} ${exportedName}`, id, path: pathOf(worker) };
  });
}

/** The action that is called so, such as "tasks add". */
export function byName(name: string): ServerAction {
  const found = serverActions().find((action) => action.name === name);
  if (!found) throw new Error(`There is no action ${name}.`);
  return found;
}

/** "app/(app)/tags/[id]/page" → "/tags/id" */
const pathOf = (worker: string) =>
  worker
    .replace(/^app|\/page$/g, "")
    .replaceAll(/\/\(\w+\)/g, "")
    .replaceAll(/[[\]]/g, "") || "/";

/** Calls an action as React's client would, with arguments that are JSON, or with whatever `body` is. */
export function call(
  http: APIRequestContext,
  { id, path }: ServerAction,
  body: unknown[] | string | FormData,
  headers: Record<string, string>,
): Promise<APIResponse> {
  const sent =
    body instanceof FormData ? { multipart: body } : { data: Array.isArray(body) ? JSON.stringify(body) : body };
  const type: Record<string, string> = body instanceof FormData ? {} : { "content-type": "text/plain;charset=UTF-8" };
  return http.post(path, { ...sent, headers: { ...type, "next-action": id, ...headers }, maxRedirects: 0 });
}

/** A form as the second argument, after the answer before it. */
export function formBody(fields: Record<string, string>): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(`1_${name}`, value);
  body.append("0", '["$undefined","$K1"]');
  return body;
}
