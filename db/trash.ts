import "server-only";
import { Temporal } from "temporal-polyfill";
import * as conversations from "@/db/conversations";
import { encode } from "@/db/cursor";
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

type Wanted = { noun?: Noun | undefined; cursor?: string | undefined; limit?: number };

/**
 * One page of what is in the user's trash, the last deleted first, each with the instant from which a purge takes it, and the cursor
 * of the next page, null on the last.
 * @param wanted `noun` keeps to the things of one kind.
 * @throws RangeError for a cursor that is none.
 */
export async function list(userId: string, { noun, cursor, limit = 50 }: Wanted = {}) {
  const page = { cursor, limit: limit + 1 };
  const wanted = (each: Noun) => noun === undefined || noun === each;
  const [listedTasks, listedTags, talks] = await Promise.all([
    wanted("task") ? tasks.trashPage(userId, page) : [],
    wanted("tag") ? tags.trashPage(userId, page) : [],
    wanted("conversation") ? conversations.trashPage(userId, page) : [],
  ]);
  const rows = [
    ...listedTasks.map((row) => ({ noun: "task" as const, ...row })),
    ...listedTags.map((row) => ({ noun: "tag" as const, ...row })),
    ...talks.map((row) => ({ noun: "conversation" as const, ...row })),
  ].toSorted((a, b) => Temporal.Instant.compare(b.at, a.at) || (a.thing.id < b.thing.id ? 1 : -1));
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map(({ at: _, ...trashed }) => ({ ...trashed, endsAt: end(trashed.thing.deletedAt) })),
    nextCursor: last ? encode("deleted", [last.at, last.thing.id]) : null,
  };
}

export type Listed = Awaited<ReturnType<typeof list>>["items"][number];
