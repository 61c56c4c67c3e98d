import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { moved, sessionCookie } from "@/auth/cookies";
import { isFromOurPage } from "@/auth/origin";
import { SIGNED_IN } from "@/components/account/local-path";
import { policyOf } from "@/server/page-policy";

/**
 * What holds for every page before it is rendered: actions come from our own pages, nothing inline runs but what we wrote, and nobody
 * waits for a page that would only send them on, to sign in or into the app. For that it looks at the session cookie's signature
 * and no further; what protects is that every page, action and route asks for the user itself.
 */
export function proxy(request: NextRequest): NextResponse {
  if (!isFromOurPage(request)) return new NextResponse("This request came from another site.", { status: 403 });
  const cookies = request.cookies.getAll();
  const response = redirection(request, sessionCookie(cookies) !== undefined) ?? page(request);
  for (const [name, value, attributes] of moved(cookies)) response.cookies.set(name, value, attributes);
  return response;
}

function redirection(
  { method, url, nextUrl: { pathname, search } }: NextRequest,
  hasSession: boolean,
): NextResponse | undefined {
  // An action is sent to the page that it was called on, and says itself who is signed in.
  if (method === "POST") return undefined;
  if (pathname === "/") return hasSession ? NextResponse.redirect(new URL("/today", url)) : undefined;
  if (hasSession || !SIGNED_IN.includes(pathname.split("/")[1] ?? "")) return undefined;
  const signIn = new URL("/sign-in", url);
  signIn.searchParams.set("next", pathname + search);
  return NextResponse.redirect(signIn);
}

/** Next takes the nonce from the request's policy, and gives it to the scripts that it renders. */
function page({ headers, nextUrl: { pathname } }: NextRequest): NextResponse {
  const policy = policyOf(pathname, randomBytes(16).toString("base64"));
  const sent = new Headers(headers);
  sent.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers: sent } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

export const config = {
  // Everything but routes and files, which are no pages.
  matcher: "/((?!api/|_next/|favicon\\.ico$|icon\\.svg$|apple-icon\\.png$|manifest\\.webmanifest$).*)",
};
