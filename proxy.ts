import { type NextRequest, NextResponse } from "next/server";

/**
 * Spares people a page that would only send them on: to sign in, or into the app. It looks whether there is a session cookie
 * and no further; what protects is that every page, action and route asks for the user itself.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const hasCookie = ["tandem.session_token", "__Secure-tandem.session_token"].some((name) => request.cookies.has(name));
  if (pathname === "/") return hasCookie ? NextResponse.redirect(new URL("/today", request.url)) : NextResponse.next();
  if (hasCookie) return NextResponse.next();
  const signIn = new URL("/sign-in", request.url);
  signIn.searchParams.set("next", pathname + search);
  return NextResponse.redirect(signIn);
}

export const config = {
  matcher: [
    "/",
    "/today/:path*",
    "/upcoming/:path*",
    "/tasks/:path*",
    "/tags/:path*",
    "/search/:path*",
    "/completed/:path*",
    "/trash/:path*",
    "/chat/:path*",
    "/settings/:path*",
  ],
};
