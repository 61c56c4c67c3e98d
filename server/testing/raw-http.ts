import { connect } from "node:net";

type RawAnswer = {
  status: number;
  headers: Map<string, string>;
  text: string;
  /** It was told to go on and send its body. */
  continued: boolean;
};

/**
 * Sends bytes as they are, which no HTTP client would, and reads what comes back until the connection is closed.
 * @throws when that is no answer, or nothing comes for ten seconds.
 */
export function sendRaw(port: number, request: string | Buffer): Promise<RawAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<RawAnswer>();
  const socket = connect(port, "127.0.0.1", () => socket.write(request));
  const chunks: Buffer[] = [];
  socket.setTimeout(10_000, () => socket.destroy());
  socket
    .on("data", (chunk) => chunks.push(chunk))
    .on("error", () => {}) // a reset after the answer
    .on("close", () => {
      const answer = parse(Buffer.concat(chunks).toString("latin1"));
      if (answer) resolve(answer);
      else reject(new Error(`No answer to ${JSON.stringify(request.toString("latin1").slice(0, 300))}`));
    });
  return promise;
}

function parse(all: string, continued = false): RawAnswer | undefined {
  const end = all.indexOf("\r\n\r\n");
  const [first = "", ...lines] = all.slice(0, Math.max(end, 0)).split("\r\n");
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1]);
  const rest = all.slice(end + 4);
  if (!status) return undefined;
  if (status === 100) return parse(rest, true);
  const headers = new Map(lines.map((line) => [line.split(":", 1)[0]?.toLowerCase() ?? "", value(line)]));
  const text = headers.get("transfer-encoding") === "chunked" ? joined(rest) : rest;
  return { status, headers, text, continued };
}

const value = (line: string) => line.slice(line.indexOf(":") + 1).trim();

/** A body as it was before it was cut into chunks. */
function joined(text: string): string {
  const [, size = "", rest = ""] = /^([0-9a-f]+)\r\n(.*)$/s.exec(text) ?? [];
  const length = Number.parseInt(size, 16);
  return length > 0 ? rest.slice(0, length) + joined(rest.slice(length + 2)) : "";
}

type Header = [name: string, value: string];
type Parts = { method: string; target: string; headers?: Header[]; body?: string | Buffer };

/** One request that ends its connection. The length of its body is declared, unless `headers` say how it comes. */
export function rawRequest({ method, target, headers = [], body }: Parts): Buffer {
  const has = (...names: string[]) => headers.some(([name]) => names.includes(name.toLowerCase()));
  const bytes = Buffer.from(body ?? "");
  const isDeclared = body !== undefined && !has("transfer-encoding", "content-length");
  const all: Header[] = [
    ...(has("host") ? [] : [["Host", "localhost"] satisfies Header]),
    ...headers,
    ["Connection", "close"],
    ...(isDeclared ? [["Content-Length", String(bytes.length)] satisfies Header] : []),
  ];
  const lines = all.map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`${method} ${target} HTTP/1.1\r\n${lines.join("")}\r\n`, "latin1"), bytes]);
}
