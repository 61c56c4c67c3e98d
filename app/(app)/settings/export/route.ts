import { failed, problem } from "@/app/api/problem";
import { currentUser } from "@/auth";
import { type Takeout, takeout } from "@/db/takeout";

/**
 * Everything of theirs as one JSON file, written out as fast as it is read; 429 while another one is under way. HEAD says which of the
 * two it would be.
 */
export async function GET(request: Request): Promise<Response> {
  try {
    const user = await currentUser();
    if (!user) return problem(401, "Sign in first.");
    const taken = await takeout(user.id);
    if (request.method === "HEAD") await taken.close();
    return new Response(request.method === "HEAD" ? null : streamOf(taken), {
      headers: {
        "cache-control": "private, no-store",
        "content-type": "application/json",
        "content-disposition": `attachment; filename="tandem-${taken.takenAt.toISOString().slice(0, 10)}.json"`,
      },
    });
  } catch (error) {
    return failed(error);
  }
}

function streamOf({ json, close }: Takeout): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await json.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      cancel: close,
    },
    { highWaterMark: 0 },
  );
}
