/** What we use of autocannon, which brings no types. */
declare module "autocannon" {
  import type { EventEmitter } from "node:events";

  export type Request = {
    method?: "GET" | "POST" | "PUT";
    path: string;
    headers?: Record<string, string>;
    body?: string;
    /** Called before each sending of it. */
    setupRequest?: (request: Request) => Request;
  };

  type Options = {
    url: string;
    connections: number;
    /** How many requests are sent; all are answered before it ends. */
    amount: number;
    /** In milliseconds: how often it looks whether it is done. */
    sampleInt: number;
    /** In seconds. */
    timeout: number;
    requests: Request[];
  };

  type Result = { errors: number; non2xx: number; statusCodeStats: Record<string, unknown> };

  interface Run extends EventEmitter, Promise<Result> {
    on(
      event: "response",
      listener: (client: unknown, status: number, bytes: number, milliseconds: number) => void,
    ): this;
  }

  export default function autocannon(options: Options): Run;
}
