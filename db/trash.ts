import "server-only";
import * as conversations from "@/db/conversations";
import { RETENTION } from "@/db/retention";
import * as tags from "@/db/tags";
import * as tasks from "@/db/tasks";

/** One thing in the trash, as one deletion took it. */
export type Trashed =
  | { noun: "task"; thing: tasks.Task }
  | { noun: "tag"; thing: tags.Tag }
  | { noun: "conversation"; thing: conversations.TrashedConversation };

export type Noun = Trashed["noun"];

const DAY = 24 * 60 * 60 * 1_000;

/** When the trash will have kept for its whole time what was deleted at this instant. */
const end = (deletedAt: Date | null) => new Date((deletedAt?.getTime() ?? 0) + RETENTION * DAY);

type Wanted = { noun?: Noun | undefined; limit?: number; offset?: number };

/**
 * What is in the user's trash, the last deleted first, each with the instant from which a purge takes it.
 * @param wanted `noun` keeps to the things of one kind; `offset` is how many are passed over.
 * @returns at most `limit` things, and whether there are more.
 */
export async function list(userId: string, { noun, limit = 50, offset = 0 }: Wanted = {}) {
  const wanted = (each: Noun) => noun === undefined || noun === each;
  const none = { items: [] };
  const most = offset + limit + 1;
  const [listedTasks, listedTags, talks] = await Promise.all([
    wanted("task") ? tasks.list(userId, { view: "trash", limit: most }) : none,
    wanted("tag") ? tags.listTrash(userId, { limit: most }) : [],
    wanted("conversation") ? conversations.listTrash(userId, { limit: most }) : none,
  ]);
  const all: Trashed[] = [
    ...listedTasks.items.map((thing) => ({ noun: "task" as const, thing })),
    ...listedTags.map((thing) => ({ noun: "tag" as const, thing })),
    ...talks.items.map((thing) => ({ noun: "conversation" as const, thing })),
  ];
  const items = all
    .map((trashed) => ({ ...trashed, endsAt: end(trashed.thing.deletedAt) }))
    .toSorted((a, b) => b.endsAt.getTime() - a.endsAt.getTime());
  return { items: items.slice(offset, offset + limit), more: items.length > offset + limit };
}

export type Listed = Awaited<ReturnType<typeof list>>["items"][number];
