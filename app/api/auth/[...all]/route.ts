import { auth } from "@/auth/better-auth";

/** Better Auth's own routes. */
async function handle(request: Request): Promise<Response> {
  const response = await auth().handler(request);
  response.headers.set("cache-control", "private, no-store");
  return response;
}

export { handle as GET, handle as POST };
