import { currentUser } from "@/auth";

/**
 * Where somebody who has signed out goes first: being no page, it makes the browser load anew, so that nothing of theirs stays in the
 * tab's memory, and it clears drafts and the like for whoever uses this browser next. Who is still signed in, and was only led here by
 * a link, keeps them.
 */
export async function GET(): Promise<Response> {
  const isGone = (await currentUser()) === undefined;
  const headers = { Location: "/", ...(isGone && { "Clear-Site-Data": '"storage"' }) };
  return new Response(null, { status: 303, headers });
}
