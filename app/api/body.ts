import { problem } from "@/app/api/problem";

/** 1 MiB, counted in bytes as they arrive. */
const LIMIT = 1_048_576;

async function bytes(request: Request): Promise<Uint8Array | undefined> {
  if (Number(request.headers.get("content-length")) > LIMIT) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > LIMIT) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Reads a request's JSON body.
 * @returns its text and its value, or the answer that refuses it: 415 for another content type, 413 over 1 MiB
 *   (nothing is truncated), 400 for what is not JSON in UTF-8.
 */
export async function read(request: Request): Promise<{ text: string; value: unknown } | Response> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") return problem(415, "Send JSON, with Content-Type: application/json.");
  const body = await bytes(request);
  if (!body) return problem(413, "The body is over 1 MiB. Send less at once.");
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(body);
    return { text, value: JSON.parse(text) };
  } catch {
    return problem(400, "The body is not JSON.");
  }
}
