import { randomUUID } from "node:crypto";
import { expect, vi } from "vitest";
import { currentUser, requireUser } from "@/auth";
import { auth } from "@/auth/better-auth";

const HERE = "http://localhost:3000";
export const PASSWORD = "three unrelated words";

/** What the browser of the request being answered sent; `next/headers` reads it. */
let jar = new Map<string, string>();

// For `@/auth` as it is loaded here: a test asks by `who` and `required`, and imports none of it itself.
vi.mock("next/headers", () => ({
  cookies: async () => ({
    getAll: () => [...jar].map(([name, value]) => ({ name, value })),
    set: (name: string, value: string) => jar.set(name, value),
  }),
  headers: async () => new Headers(),
}));

vi.mock("next/server", () => ({ connection: async () => {} }));

/** A browser that keeps its cookies. */
export function browser(cookies = new Map<string, string>()) {
  const send = () => {
    jar = new Map([...cookies].map(([name, value]) => [name, decodeURIComponent(value)]));
  };
  return {
    cookies,
    async post(path: string, body: unknown, headers: Record<string, string> = {}) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      const response = await auth().handler(
        new Request(`${HERE}/api/auth${path}`, {
          method: "POST",
          headers: {
            "content-type": "application/json",
            origin: HERE,
            host: "localhost:3000",
            ...(cookie && { cookie }),
            ...headers,
          },
          body: JSON.stringify(body),
        }),
      );
      for (const line of response.headers.getSetCookie()) {
        const [, name = "", value = ""] = line.match(/^([^=]+)=([^;]*)/) ?? [];
        if (value) cookies.set(name, value);
        else cookies.delete(name);
      }
      return response;
    },
    /** Whom a page or an action takes this browser's user for. */
    async who() {
      send();
      return currentUser();
    },
    /** The same for one that is only for users. */
    async required() {
      send();
      return requireUser();
    },
  };
}

/** What someone with no account types in. */
export const someone = () => ({ name: "Ada Byron", email: `${randomUUID()}@example.com`, password: PASSWORD });

/** A browser whose user has made an account and signed in to it. */
export async function signedIn(person = someone()) {
  const visitor = browser();
  await visitor.post("/sign-up/email", person);
  const response = await visitor.post("/sign-in/email", person);
  expect(response.status).toBe(200);
  return { ...visitor, person };
}
