import { PRIVATE } from "@/app/api/problem";
import { currentToken } from "@/auth";
import { localPath } from "@/components/account/local-path";

/**
 * Where someone who has just signed in goes first, to see whether the browser has kept the cookie: one that keeps none would show the
 * app, which the answer to the form brings along, and lose it with the next click. Being no page, it makes the browser ask itself.
 */
export async function GET(request: Request): Promise<Response> {
  if (request.headers.has("rsc")) return new Response(null, { status: 204, headers: PRIVATE });
  const next = localPath(new URL(request.url).searchParams.get("next"));
  const Location = (await currentToken()) ? next : "/sign-in?cookies=off";
  return new Response(null, { status: 303, headers: { ...PRIVATE, Location } });
}
