import { failed, problem } from "@/app/api/problem";
import { currentUser } from "@/auth";
import { checkTakeout, type Takeout, takeout } from "@/db/takeout";

/** Everything of theirs as one JSON file, written out as fast as it is read. 429 while another one is under way. */
export async function GET(): Promise<Response> {
  try {
    const user = await currentUser();
    if (!user) return problem(401, "Sign in first.");
    const taken = await takeout(user.id);
    return new Response(streamOf(taken), {
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

/** Whether there is one to be had now, for a page that would rather say it than show a problem. */
export async function HEAD(): Promise<Response> {
  try {
    const user = await currentUser();
    if (user) await checkTakeout(user.id);
    return new Response(null, { status: user ? 200 : 401, headers: { "cache-control": "private, no-store" } });
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
