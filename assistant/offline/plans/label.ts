import type { Context } from "@/language/calendar";
import { cut } from "@/language/text";
import { call } from "../calls";
import { hexOf } from "../colors";
import type { Request } from "../request";
import type { Plan, Scene } from "../scene";
import { alike } from "../stems";
import { written } from "../title";
import { failures, listing, quote, REFUSED, sentence } from "../words";
import { change } from "./change";

/** Renames a tag, or gives it another colour. */
export function* label(request: Request, scene: Scene, context: Context): Plan {
  const { tag: said, name, color } = request.parts;
  const wanted = nameOf(said?.text ?? "");
  const { tags } = yield* call("list_tags");
  const tag = tags.find((one) => alike(one.name, wanted));
  // "the packing list" may be what a task is called.
  if (!tag && said && name && !said.text.startsWith("#"))
    return yield* change({ ...request, sense: "rename", body: said, parts: { title: name } }, scene, context);
  if (!tag) return { say: missing(wanted, tags) };
  const to = cut(nameOf(written(name?.text ?? "")), 50);
  const result = yield* call("change_tag", {
    id: tag.id,
    ...(color ? { color: hexOf(color.plain) } : { name: as(to, name?.text) }),
  });
  if (result.refused) return { say: REFUSED };
  const changed = result.done[0]?.tag;
  const done = color
    ? `The tag ${quote(tag.name)} is now ${color.plain}.`
    : `Renamed the tag ${quote(tag.name)} to ${quote(changed?.name ?? to)}.`;
  return { say: sentence(changed ? done : "", failures(result, [])), last: request };
}

function nameOf(text: string): string {
  return text
    .trim()
    .replace(/^(?:the |my )?(?:tag|label|list) (?=\S)|\s+(?:tag|label|list)$/gi, "")
    .replace(/^#|["“”]/g, "");
}

// A tag keeps the capitals that it was given.
function as(name: string, said = ""): string {
  return nameOf(said).charAt(0) === name.charAt(0) ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

function missing(wanted: string, tags: Array<{ name: string }>): string {
  const there = tags.length > 0 ? ` You have ${listing(tags.map((tag) => quote(tag.name)))}.` : "";
  return `I couldn’t find a tag called ${quote(wanted)}.${there} Nothing was changed.`;
}
