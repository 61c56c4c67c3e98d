import { z } from "zod";
import { read } from "@/app/api/body";
import { failed, invalid, PRIVATE, problem, refused, unavailable } from "@/app/api/problem";
import { auth } from "@/auth/better-auth";
import { withSessionCookie } from "@/auth/cookies";
import { isCrossSite } from "@/auth/origin";
import { outageOfRequest } from "@/db/outage";
import { hasBody, MOST_OF_CREDENTIALS } from "@/server/body-limits";

/** What Better Auth takes is an object; it looks into it before it checks what it is. */
const fields = z.record(z.string(), z.unknown());

/** What Better Auth takes for an address to lead to, in a query or a body; it also follows "/.//evil.example", which a browser reads as a host. */
const LEADS = /(callbackURL|redirectTo)$/i;
const PLAIN_PATH = /^\/([\w-]+(\/[\w-]+)*)?([?#][!-~]*)?$/;

const leadsAway = ([name, value]: [string, unknown]) =>
  LEADS.test(name) && !(typeof value === "string" && PLAIN_PATH.test(value));

/** Better Auth's own routes, behind the checks that all others have. What went wrong in the database it may call anything, or nothing. */
async function handle(request: Request): Promise<Response> {
  try {
    if (isCrossSite(request)) return problem(403, "This request came from another site.");
    const sent = isEmpty(request) ? undefined : await read(request, MOST_OF_CREDENTIALS);
    if (sent instanceof Response) return sent;
    const parsed = fields.safeParse(sent ? sent.value : {});
    if (!parsed.success) return invalid(parsed.error);
    const named: Array<[string, unknown]> = [...new URL(request.url).searchParams, ...Object.entries(parsed.data)];
    const away = named.find(leadsAway);
    if (away) return refused([{ path: away[0], message: "Use a path within Tandem, such as /today." }]);
    const headers = withSessionCookie(request.headers);
    const response = await auth().handler(
      new Request(request.url, { method: request.method, headers, body: sent?.text }),
    );
    const outage = response.ok ? undefined : outageOfRequest();
    if (outage) return unavailable(outage);
    response.headers.set("cache-control", PRIVATE["Cache-Control"]);
    return response;
  } catch (error) {
    return failed(error);
  }
}

/** Signing out needs no words. */
const isEmpty = ({ headers }: Request) => !hasBody(headers.get("transfer-encoding"), headers.get("content-length"));

export { handle as GET, handle as POST };
