import { auth } from "@/auth/better-auth";

/** Better Auth's own routes. Its limiter says when to come back in a header of its own; programs look for the standard one. */
async function handle(request: Request): Promise<Response> {
  const response = await auth().handler(request);
  const wait = response.headers.get("x-retry-after");
  if (wait) response.headers.set("retry-after", wait);
  response.headers.set("cache-control", "private, no-store");
  return response;
}

export { handle as GET, handle as POST };
