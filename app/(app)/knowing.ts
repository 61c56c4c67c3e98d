import "server-only";
import { cache } from "react";
import { SHOWN_TAGS } from "@/app/(app)/shown-tags";
import { requireUser } from "@/auth";
import { MANY } from "@/components/shell/amount";
import type { KnownThings } from "@/components/shell/known";
import { one } from "@/db/fields";
import { RETENTION } from "@/db/retention";
import * as tags from "@/db/tags";
import type { Context } from "@/language/calendar";

/** What every screen works with: the user's clock and tags, asked once per request. */
export const knowing = cache(async (): Promise<KnownThings> => {
  const { id, isAnonymous, timeZone, locale, weekStart, preferences } = await requireUser();
  // 0 to 6, as a CHECK on the column says.
  const clock = { now: new Date(), timeZone, locale, weekStart: weekStart as Context["weekStart"] };
  const user = { id, isGuest: isAnonymous };
  const listed = await tags.list(id, { upTo: MANY, limit: SHOWN_TAGS.everywhere });
  return { user, clock, tags: listed, preferences, trashDays: RETENTION };
});

/** The user's living tag with this id, whether or not every screen knows it. */
export const tagOf = cache(async (id: string) => {
  const [user, known] = await Promise.all([requireUser(), knowing()]);
  return known.tags.find((tag) => tag.id === id) ?? (await lookedUp(user.id, id, known.tags.length));
});

const lookedUp = async (userId: string, id: string, known: number) => {
  const wanted = known < SHOWN_TAGS.everywhere ? undefined : one.safeParse({ id }).data;
  return wanted && tags.find(userId, wanted);
};
