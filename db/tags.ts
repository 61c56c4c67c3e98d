import "server-only";
import { insist } from "@/db/insist";
import type { By } from "@/db/record";
import { unhurried } from "@/db/statement-timeout";
import type { ChangeInput, RestoreInput } from "@/db/tag-input";
import { change as changeOne } from "@/db/tags/change";
import { find } from "@/db/tags/find";
import { remove as removeOne, restore as restoreOne } from "@/db/tags/remove";
import type { Tag } from "@/db/tags/row";

export { add } from "@/db/tags/add";
export { find, list, listTrash, search, trashPage } from "@/db/tags/find";
export type { Tag } from "@/db/tags/row";

/**
 * Renames or recolours a tag.
 * @returns `taken` with the tag that has the name already (`nameKey`); `stale` with the present one when `version` is given and
 * is no longer its version.
 */
export async function change(
  userId: string,
  input: ChangeInput,
  by: By,
): Promise<Tag | { taken: Tag } | { stale: Tag } | undefined> {
  return insist(() => changeOne(userId, input, by));
}

/** Puts a tag into the trash and takes it off its tasks, whose versions stay. */
export async function remove(userId: string, { id }: { id: string }, by: By): Promise<Tag | undefined> {
  return insist(() => unhurried(() => removeOne(userId, { id }, by)));
}

/**
 * Takes a tag out of the trash, back onto the tasks that it was taken off. Restoring what is not in the trash changes nothing.
 * @returns `taken` with the tag that has got its name meanwhile: give this one another `name`, or rename that one first.
 */
export async function restore(
  userId: string,
  { id, name }: RestoreInput,
  by: By,
): Promise<Tag | { taken: Tag } | undefined> {
  return (await insist(() => unhurried(() => restoreOne(userId, { id, name }, by)))) ?? (await find(userId, { id }));
}
