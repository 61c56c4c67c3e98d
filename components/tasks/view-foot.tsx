"use client";

import type { Route } from "next";
import Link, { useLinkStatus } from "next/link";
import { usePathname, useSearchParams } from "next/navigation";

/** "2 done today · Show completed". */
export function DoneNote({ count, shown }: { count: string; shown: boolean }) {
  const href = useHref({ done: shown ? undefined : "1" });
  if (!count) return null;
  return (
    <p className="mt-3 text-small text-soft print:hidden">
      {count} done today ·{" "}
      <Link href={href} scroll={false} replace className="text-accent-ink hover:underline">
        {shown ? "Hide completed" : "Show completed"}
      </Link>
    </p>
  );
}

type MoreProps = {
  pages: number;
  /** How many pages there are at once. */
  most: number;
  /** Where the list goes on: a cursor, or the number of a sheet. Undefined at its end. */
  next: string | number | undefined;
  /** Whether more pages bring more rows, when that is not for `next` to say. */
  more?: boolean;
  isStart: boolean;
};

/**
 * The way on in a long list: more rows below these, or once there are many, the next ones instead of them. Where one is stands in the
 * address, so a refresh has them all.
 */
export function More({ pages, most, next, more = next !== undefined, isStart }: MoreProps) {
  const name = typeof next === "number" ? "sheet" : "from";
  const longer = useHref({ pages: String(pages + 1) });
  const on = useHref({ pages: undefined, [name]: next === undefined ? undefined : String(next) });
  const start = useHref({ pages: undefined, from: undefined, sheet: undefined });
  const isFull = pages >= most;
  const goesOn = isFull ? next !== undefined : more;
  if (!goesOn && isStart) return null;
  return (
    <p className="mt-4 flex gap-4 print:hidden">
      {goesOn && <Way href={isFull ? on : longer} words={isFull ? "Next page" : "Show more"} stays={!isFull} />}
      {!isStart && <Way href={start} words="Back to the top" />}
    </p>
  );
}

function Way({ href, words, stays = false }: { href: Route; words: string; stays?: boolean }) {
  return (
    <Link
      href={href}
      scroll={!stays}
      replace={stays}
      // The page does not scroll, the list in it does.
      onNavigate={() => !stays && document.querySelector("h1")?.scrollIntoView()}
      className="text-accent-ink text-small hover:underline"
    >
      {words}
      <Waiting />
    </Link>
  );
}

function Waiting() {
  const { pending } = useLinkStatus();
  return pending ? <span className="text-soft"> …</span> : null;
}

/** This address with other parameters; undefined takes one away. */
function useHref(changes: Record<string, string | undefined>): Route {
  const params = new URLSearchParams(useSearchParams());
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) params.delete(name);
    else params.set(name, value);
  }
  return `${usePathname()}?${params}` as Route;
}
