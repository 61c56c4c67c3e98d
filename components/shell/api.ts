"use client";

import * as session from "@/components/shell/session";

/** Asks one of our own routes, for the user whose page this is and nobody else; a session that has ended is noted for the page to say. */
export async function api(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  const user = session.userId();
  if (user) headers.set("Tandem-User", user);
  const response = await fetch(input, { ...init, headers });
  if (response.status === 401) session.ended();
  return response;
}
