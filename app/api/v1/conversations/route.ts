import { created, door, json } from "@/app/api/door";
import { only } from "@/app/api/methods";
import { notFound } from "@/app/api/problem";
import { listInput, startInput } from "@/db/conversation-input";
import * as conversations from "@/db/conversations";

export const GET = door({ query: listInput }, async ({ user, query }) =>
  json(await (query.view ? conversations.listTrash : conversations.list)(user.id, query)),
);

export const POST = door({ body: startInput }, async ({ user, body, claim }) => {
  const started = await conversations.start(user.id, { id: claim, ...body }, { who: "api" });
  return started ? created(started, "/api/v1/conversations") : notFound();
});

export const { PUT, PATCH, DELETE, OPTIONS } = only("GET", "POST");
