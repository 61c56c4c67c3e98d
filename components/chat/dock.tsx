"use client";

import dynamic from "next/dynamic";
import { usePathname } from "next/navigation";
import { useEffect, useEffectEvent, useInsertionEffect } from "react";
import { toggle, usePlace, useShown, wasSummoned } from "@/components/chat/dock-state";
import { useDockToggle } from "@/components/chat/dock-toggle";
import { MessagesSkeleton } from "@/components/chat/messages-skeleton";
import { useNews } from "@/components/chat/use-news";
import { anywhere, shortcutOf } from "@/components/shell/keymap";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { useLayer } from "@/components/ui/layers";
import { BESIDE, matches, PHONE } from "@/components/ui/media";

const load = () => import("@/components/chat/dock-content").then((file) => file.DockContent);

/** A conversation takes a third of all scripts: they come when the list can be used already, which does not depend on them. */
const DockContent = dynamic(() => load().catch(() => DockMissing), { ssr: false, loading: DockShape });

/** A new conversation has no shape of its own to wait in. */
function DockShape() {
  const shown = useShown();
  return (
    <>
      <div className="h-12 shrink-0 border-line border-b" />
      {shown && <MessagesSkeleton />}
    </>
  );
}

function DockMissing() {
  return (
    <div className="px-4">
      <Empty action={<Button onClick={() => window.location.reload()}>Reload page</Button>}>
        Couldn’t load the assistant.
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
  const isPage = usePathname().startsWith("/chat"); // that page is the assistant
  const place = usePlace(isPage);
  // Styles show the dock by it, and what is not shown cannot take the focus as it mounts.
  useInsertionEffect(() => {
    document.documentElement.dataset.dock = place;
  }, [place]);
  useLayer(place === "over" && wasSummoned(), toggle);
  if (isPage) return null;
  return (
    <aside
      id="dock"
      aria-label="Assistant"
      onKeyDown={(event) => {
        if (event.key === "Escape" && !matches(BESIDE)) toggle();
      }}
      className="fixed inset-y-0 right-0 z-30 w-[392px] max-w-[100vw] flex-col border-line border-l bg-shade transition-[translate] max-lg:shadow-float max-lg:starting:translate-x-full"
    >
      {place !== "closed" && <DockContent {...props} />}
    </aside>
  );
}

/** In milliseconds, after which a page has nothing better to load. */
const CALM = 3_000;

/** Has the closed dock's scripts at hand, where there is room for one. */
function useReady() {
  useEffect(() => {
    if (matches(PHONE)) return;
    const timer = setTimeout(() => void load().catch(() => {}), CALM); // one that failed is tried again when the dock is opened
    return () => clearTimeout(timer);
  }, []);
}

function useKey(toggleDock: () => void) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (window.location.pathname.startsWith("/chat") || shortcutOf(event, anywhere) !== "assistant") return;
    event.preventDefault();
    toggleDock();
  });
  useEffect(() => {
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
