import "server-only";
import { cache } from "react";
import { requireUser } from "@/auth";
import { MANY } from "@/components/shell/amount";
import type { KnownThings } from "@/components/shell/known";
import { RETENTION } from "@/db/retention";
import * as tags from "@/db/tags";
import type { Context } from "@/language/calendar";

/** What every screen works with: the user's clock and tags, asked once per request. */
export const knowing = cache(async (): Promise<KnownThings> => {
  const { id, timeZone, locale, weekStart } = await requireUser();
  // 0 to 6, as a CHECK on the column says.
  const clock = { now: new Date(), timeZone, locale, weekStart: weekStart as Context["weekStart"] };
  return { clock, tags: await tags.list(id, { upTo: MANY }), trashDays: RETENTION };
});
