import type { Tag } from "@/db/tags";

/** A write to a tag as the list will look once it is done. */
export type TagWrite =
  | { kind: "add"; tag: Tag }
  | { kind: "change"; id: string; fields: Partial<Pick<Tag, "name" | "color">> }
  | { kind: "remove"; id: string };

/** The tags after the write, in the order of their names. */
export function apply(tags: Tag[], write: TagWrite): Tag[] {
  if (write.kind === "remove") return tags.filter(({ id }) => id !== write.id);
  const next =
    write.kind === "add"
      ? [...tags, write.tag]
      : tags.map((tag) => (tag.id === write.id ? { ...tag, ...write.fields } : tag));
  return next.toSorted((a, b) => a.name.toLowerCase().localeCompare(b.name.toLowerCase()));
}
