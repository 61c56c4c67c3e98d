"use client";

import type { Route } from "next";
import Link, { useLinkStatus } from "next/link";
import { usePathname, useSearchParams } from "next/navigation";

/** "2 done today · Show completed". */
export function DoneNote({ count, shown }: { count: string; shown: boolean }) {
  const href = useHref("done", shown ? undefined : "1");
  if (!count) return null;
  return (
    <p className="mt-3 text-small text-soft">
      {count} done today ·{" "}
      <Link href={href} scroll={false} replace className="text-accent-ink hover:underline">
        {shown ? "Hide completed" : "Show completed"}
      </Link>
    </p>
  );
}

/** The next rows of a long list. How many pages are shown stands in the address, so a refresh has them all. */
export function LoadMore({ pages }: { pages: number }) {
  const href = useHref("pages", String(pages + 1));
  return (
    <p className="mt-4">
      <Link href={href} scroll={false} replace className="text-accent-ink text-small hover:underline">
        Show more
        <Waiting />
      </Link>
    </p>
  );
}

function Waiting() {
  const { pending } = useLinkStatus();
  return pending ? <span className="text-soft"> …</span> : null;
}

function useHref(name: string, value: string | undefined): Route {
  const params = new URLSearchParams(useSearchParams());
  if (value === undefined) params.delete(name);
  else params.set(name, value);
  return `${usePathname()}?${params}` as Route;
}
