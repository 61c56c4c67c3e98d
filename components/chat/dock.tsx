"use client";

import dynamic from "next/dynamic";
import { usePathname } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { BESIDE, beforePaint } from "@/components/chat/before-paint";
import { PHONE, toggle, useOpen } from "@/components/chat/dock-state";
import { useDockToggle } from "@/components/chat/dock-toggle";
import { MessagesSkeleton } from "@/components/chat/messages-skeleton";
import { useNews } from "@/components/chat/use-news";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";

const load = () => import("@/components/chat/dock-content").then((file) => file.DockContent);

/** A conversation takes a third of all scripts: they come when the list can be used already, which does not depend on them. */
const DockContent = dynamic(() => load().catch(() => DockMissing), { ssr: false, loading: DockSkeleton });

function DockSkeleton() {
  return (
    <>
      <div className="h-12 shrink-0 border-line border-b" />
      <MessagesSkeleton />
    </>
  );
}

function DockMissing() {
  return (
    <div className="px-4">
      <Empty action={<Button onClick={() => window.location.reload()}>Load the page again</Button>}>
        The assistant could not be loaded.
      </Empty>
    </div>
  );
}

type Props = {
  model: string;
  /** The newest ones, for the title and the history. */
  conversations: Array<{ id: string; title: string }>;
};

/** The assistant beside any list. It stands in the layout, so a conversation goes on from page to page. */
export function Dock(props: Props) {
  useNews();
  useKey(useDockToggle());
  useReady();
  const open = useOpen();
  if (usePathname().startsWith("/chat")) return null; // that page is the assistant
  return (
    <>
      <aside
        id="dock"
        aria-label="Assistant"
        data-open={open}
        suppressHydrationWarning
        onKeyDown={(event) => {
          if (event.key === "Escape" && !window.matchMedia(BESIDE).matches) toggle();
        }}
        className="flex h-dvh w-[392px] max-w-[100vw] shrink-0 flex-col border-line border-l bg-shade transition-[translate] data-[open=false]:hidden max-md:fixed max-md:inset-y-0 max-md:right-0 max-md:z-30 max-md:shadow-float max-md:starting:translate-x-full"
      >
        {open && <DockContent {...props} />}
      </aside>
      <BeforePaint />
    </>
  );
}

/** Once, as the page comes from the server, and never again. */
function BeforePaint() {
  return (
    <script
      type={typeof window === "undefined" ? "text/javascript" : "text/plain"}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, no input
      dangerouslySetInnerHTML={{ __html: beforePaint }}
    />
  );
}

/** In milliseconds, after which a page has nothing better to load. */
const CALM = 3_000;

/** Has the closed dock's scripts at hand, where there is room for one. */
function useReady() {
  useEffect(() => {
    if (window.matchMedia(PHONE).matches) return;
    const timer = setTimeout(() => void load().catch(() => {}), CALM); // one that failed is tried again when the dock is opened
    return () => clearTimeout(timer);
  }, []);
}

function useKey(toggleDock: () => void) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== "j" || !(event.metaKey || event.ctrlKey) || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (!window.location.pathname.startsWith("/chat")) toggleDock();
  });
  useEffect(() => {
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
