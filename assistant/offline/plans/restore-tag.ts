import { call } from "../calls";
import type { Request } from "../request";
import type { Plan } from "../scene";
import { alike } from "../stems";
import { count, failures, quote, REFUSED, sentence } from "../words";

const AS = "(?: (?:as|under the name(?: of)?|called) (?<as>.+))?$";
const NAMED = [
  new RegExp(`^(?:the |my )?(?:deleted )?(?:tag|label) (?<name>.+?)${AS}`, "i"),
  new RegExp(`^(?:the |my )?(?:deleted )?(?<name>.+?) (?:tag|label)${AS}`, "i"),
  new RegExp(`^(?<name>#\\S+)${AS}`, "i"),
];

type Named = { name: string; as: string | undefined };

/** The tag that a request to restore something names as one: "the tag errands", "my errands tag as chores", "#errands". */
export function tagIn({ body }: Request): Named | undefined {
  const groups = NAMED.map((form) => form.exec(body.text.trim())?.groups).find(Boolean);
  return groups?.name ? { name: bare(groups.name), as: groups.as && bare(groups.as) } : undefined;
}

const bare = (name: string) => name.replace(/^#|["“”]/g, "").trim();

/** Brings a deleted tag back onto the tasks that it was taken off; of several of one name, the one that was deleted last. */
export function* restoreTag({ name, as }: Named, request: Request): Plan {
  const { tags } = yield* call("list_tags", { view: "trash" });
  const tag = tags.find((one) => alike(one.name, name));
  if (!tag) return { say: `There’s no tag called ${quote(name)} in Trash. Nothing was changed.` };
  const result = yield* call("restore_tag", { id: tag.id, ...(as && { name: as }) });
  if (result.refused) return { say: REFUSED };
  const [back] = result.done.flatMap(({ tag }) => tag ?? []);
  if (!back) return { say: result.failed[0]?.reason ?? failures(result, []) };
  const on = back.taskCount > 0 ? `It’s back on ${count(back.taskCount)}.` : "";
  return { say: sentence(`Restored the tag ${quote(back.name)}.`, on), last: request };
}
