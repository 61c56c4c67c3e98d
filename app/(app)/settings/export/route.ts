import { currentUser } from "@/auth";
import { takeout } from "@/db/takeout";

/** Everything of theirs as one JSON file. */
export async function GET(): Promise<Response> {
  const user = await currentUser();
  if (!user) return new Response("Sign in first", { status: 401 });
  const data = await takeout(user.id);
  return Response.json(data, {
    headers: {
      "cache-control": "private, no-store",
      "content-disposition": `attachment; filename="tandem-${data.takenAt.toISOString().slice(0, 10)}.json"`,
    },
  });
}
