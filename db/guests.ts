import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema/users";
import { unhurried } from "@/db/statement-timeout";

/**
 * Gives all that a guest has to a user, and removes the guest; nothing happens to who is no guest.
 * A tag that the user has by that name takes over the guest's tasks, and the guest's own goes to the trash. Where both have chosen how
 * a view is sorted, the user's choice stays.
 *
 * The rows refer to each other by `(user_id, id)`, which the database checks at the end of a statement: so one moves them all.
 * The lock holds back whatever the guest is adding meanwhile; it fails then, and is not lost in silence.
 */
export async function absorb(userId: string, { guestId }: { guestId: string }): Promise<void> {
  if (guestId !== userId) await unhurried(() => move(userId, guestId));
}

async function move(userId: string, guestId: string): Promise<void> {
  await db.transaction(async (tx) => {
    const isGuest = and(eq(users.id, guestId), eq(users.isAnonymous, true));
    const [guest] = await tx.select({ id: users.id }).from(users).where(isGuest).for("update");
    if (!guest) return;
    await tx.execute(sql`
      with same_tags as (
        select theirs.id as old_id, ours.id as new_id
        from tags theirs join tags ours on name_key(ours.name) = name_key(theirs.name)
        where theirs.user_id = ${guestId} and theirs.deleted_at is null
          and ours.user_id = ${userId} and ours.deleted_at is null
      ), moved_tags as (
        update tags set user_id = ${userId},
          deleted_at = case when id in (select old_id from same_tags) then now() else deleted_at end
        where user_id = ${guestId}
      ), moved_tasks as (
        update tasks set user_id = ${userId} where user_id = ${guestId}
      ), moved_task_tags as (
        update task_tags set user_id = ${userId},
          tag_id = coalesce((select new_id from same_tags where old_id = tag_id), tag_id)
        where user_id = ${guestId}
      ), moved_conversations as (
        update conversations set user_id = ${userId} where user_id = ${guestId}
      ), moved_messages as (
        update messages set user_id = ${userId} where user_id = ${guestId}
      ), moved_approvals as (
        update approvals set user_id = ${userId} where user_id = ${guestId}
      ), moved_requests as (
        update requests set user_id = ${userId}
        where user_id = ${guestId} and key not in (select key from requests where user_id = ${userId})
      ), moved_preferences as (
        update users owner set preferences = guest.preferences || owner.preferences || jsonb_build_object('sorts',
          coalesce((
            select jsonb_object_agg(coalesce(new_id::text, key), value)
            from jsonb_each(guest.preferences->'sorts') left join same_tags on old_id::text = key
          ), '{}') || coalesce(owner.preferences->'sorts', '{}'))
        from users guest where owner.id = ${userId} and guest.id = ${guestId}
      )
      update changes set user_id = ${userId} where user_id = ${guestId}`);
    await tx.delete(users).where(eq(users.id, guestId));
  });
}
