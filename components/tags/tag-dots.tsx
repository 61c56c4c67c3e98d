import type { Task } from "@/db/tasks";
import { shownColor } from "@/language/colors";

/**
 * A tag's colour, as large as a bullet. Tags bring the only other colours, and only so. Drawn, because the page's policy lets no style
 * attribute out of the server's HTML.
 */
export function TagDot({ color, className = "" }: { color: string; className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 8 8" className={`tag-color inline-block size-2 shrink-0 rounded-full ${className}`}>
      <circle cx="4" cy="4" r="4" fill={shownColor(color)} />
    </svg>
  );
}

/** The tags of a task in a row: two by name, the others as dots that say their names when asked. */
export function TagDots({ tags }: { tags: Task["tags"] }) {
  const named = tags.slice(0, 2);
  const others = tags.slice(2);
  return (
    <>
      {named.map(({ id, name, color }) => (
        <span key={id} title={name} className="flex min-w-0 items-center gap-1.5">
          <TagDot color={color} />
          <span dir="auto" className="truncate tight:sr-only">
            {name}
          </span>
        </span>
      ))}
      {others.length > 0 && (
        <span className="flex items-center gap-1" title={others.map(({ name }) => name).join(", ")}>
          {others.map(({ id, color }) => (
            <TagDot key={id} color={color} />
          ))}
          <span dir="auto" className="sr-only">
            {others.map(({ name }) => name).join(", ")}
          </span>
        </span>
      )}
    </>
  );
}
