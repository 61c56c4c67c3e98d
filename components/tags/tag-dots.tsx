import type { Task } from "@/db/tasks";

/** A tag's colour, as large as a bullet. Tags bring the only other colours, and only so. */
export function TagDot({ color, className = "" }: { color: string; className?: string }) {
  return (
    <span
      aria-hidden
      className={`inline-block size-2 shrink-0 rounded-full ${className}`}
      style={{ backgroundColor: color }}
    />
  );
}

/** The tags of a task in a row: two by name, the others as dots that say their names when asked. */
export function TagDots({ tags }: { tags: Task["tags"] }) {
  const named = tags.slice(0, 2);
  const others = tags.slice(2);
  return (
    <>
      {named.map(({ id, name, color }) => (
        <span key={id} className="flex min-w-0 items-center gap-1.5">
          <TagDot color={color} />
          <span className="truncate">{name}</span>
        </span>
      ))}
      {others.length > 0 && (
        <span className="flex items-center gap-1" title={others.map(({ name }) => name).join(", ")}>
          {others.map(({ id, color }) => (
            <TagDot key={id} color={color} />
          ))}
          <span className="sr-only">{others.map(({ name }) => name).join(", ")}</span>
        </span>
      )}
    </>
  );
}
