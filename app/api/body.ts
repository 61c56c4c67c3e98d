import { problem } from "@/app/api/problem";
import { inWords, MOST } from "@/server/body-limits";

/** How deep JSON may nest: whatever walks over it later has a stack that ends. */
export const DEEPEST = 64;

type Read = { text: string; value: unknown };

/**
 * Reads a request's JSON body.
 * @param limit in bytes, counted as they arrive.
 * @returns its text and its value, or the answer that refuses it: 415 for another content type, 413 over the limit
 *   (nothing is truncated), 400 for what is not JSON in UTF-8, or nests too deep.
 */
export async function read(request: Request, limit = MOST): Promise<Read | Response> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") return problem(415, "Send JSON, with Content-Type: application/json.");
  const body = await bytes(request, limit);
  if (!body) return problem(413, `The body is over ${inWords(limit)}. Send less at a time.`);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(body);
    const value = JSON.parse(text);
    return isShallow(value, DEEPEST) ? { text, value } : problem(400, "The JSON is nested too deeply.");
  } catch {
    return problem(400, "The body isn’t valid JSON.");
  }
}

async function bytes(request: Request, limit: number): Promise<Uint8Array | undefined> {
  if (Number(request.headers.get("content-length")) > limit) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return levels > 0 && Object.values(value).every((each) => isShallow(each, levels - 1));
}
