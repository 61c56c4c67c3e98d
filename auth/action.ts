import "server-only";
import { headers } from "next/headers";
import { isFromOurPage } from "@/auth/origin";
import { reach } from "@/server/reached";

/** Whether the server action that runs was sent by a page of ours. Every action asks this before anything else. */
export async function isOurAction(): Promise<boolean> {
  reach();
  return isFromOurPage({ method: "POST", headers: await headers() });
}
