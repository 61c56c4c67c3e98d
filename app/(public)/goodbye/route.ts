import { failed, problem } from "@/app/api/problem";
import { currentUser } from "@/auth";
import { auth } from "@/auth/better-auth";
import { withSessionCookie } from "@/auth/cookies";
import { isCrossSite } from "@/auth/origin";

/**
 * Ends the session, and leads out of the app by a real load of a document, which is what empties a tab's memory. A guest, who has no way
 * back, is led to the settings to decide. The page's own script empties the rest by name; where there is none, the browser is told to.
 */
export async function POST(request: Request): Promise<Response> {
  try {
    if (isCrossSite(request)) return problem(403, "This request came from another site.");
    const user = await currentUser();
    if (user?.isAnonymous) return lead("/settings#leave");
    await auth().api.signOut({ headers: withSessionCookie(request.headers) });
    const isByForm = request.headers.get("sec-fetch-mode") === "navigate";
    return lead("/", isByForm ? EMPTY : {});
  } catch (error) {
    return failed(error);
  }
}

/** A link to the way out takes nothing from anyone. */
export const GET = (): Response => lead("/");

const EMPTY = { "Clear-Site-Data": '"storage"' };

const lead = (Location: string, others = {}) => new Response(null, { status: 303, headers: { Location, ...others } });
