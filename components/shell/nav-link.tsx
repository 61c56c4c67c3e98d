"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, Suspense } from "react";
import { navSheet } from "@/components/shell/floats";

type Props<Href extends string> = { href: Route<Href>; icon: ReactNode; count?: ReactNode; children: ReactNode };

const row =
  "flex min-h-8 items-center pointer-coarse:min-h-11 gap-2.5 rounded px-2 hover:bg-line/50 aria-[current=page]:bg-accent-wash aria-[current=page]:font-medium aria-[current=page]:text-accent-ink";

/** A place in the sidebar, with its sign and how much is there. */
export function NavLink<Href extends string>(props: Props<Href>) {
  // Which page is open is known only once there is an address; the frame stands before that.
  return (
    <Suspense fallback={<Row {...props} current={false} />}>
      <Current {...props} />
    </Suspense>
  );
}

function Current<Href extends string>(props: Props<Href>) {
  return <Row {...props} current={usePathname() === props.href} />;
}

function Row<Href extends string>({ href, icon, count, children, current }: Props<Href> & { current: boolean }) {
  return (
    <Link href={href} aria-current={current ? "page" : undefined} className={row} onNavigate={() => navSheet.close()}>
      <span className="shrink-0">{icon}</span>
      <span dir="auto" className="flex-1 truncate text-left">
        {children}
      </span>
      <span className="text-small text-soft in-aria-[current=page]:text-accent-ink">{count}</span>
    </Link>
  );
}
