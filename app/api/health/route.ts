import { connection } from "next/server";
import * as health from "@/db/health";

/** In milliseconds; every caller is answered within two seconds. */
const PATIENCE = 1_500;

/** For load balancers and start scripts: whether the server and its database answer. */
export async function GET(): Promise<Response> {
  await connection();
  const isUp = await health.answers(PATIENCE);
  return Response.json(
    { status: isUp ? "ok" : "database away" },
    { status: isUp ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
