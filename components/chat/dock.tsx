"use client";

import { usePathname } from "next/navigation";
import { Suspense, useEffect, useEffectEvent } from "react";
import { DockContent } from "@/components/chat/dock-content";
import { BESIDE, CLOSED, toggle, useOpen } from "@/components/chat/dock-state";
import { useDockToggle } from "@/components/chat/dock-toggle";
import { MessagesSkeleton } from "@/components/chat/messages-skeleton";
import { useNews } from "@/components/chat/news";

type Props = {
  model: string;
  /** The newest ones, for the title and the history. */
  conversations: Array<{ id: string; title: string }>;
};

/** The assistant beside any list. It stands in the layout, so a conversation goes on from page to page. */
export function Dock(props: Props) {
  useNews();
  useKey(useDockToggle());
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
        {open && (
          <Suspense fallback={<MessagesSkeleton />}>
            <DockContent {...props} />
          </Suspense>
        )}
      </aside>
      <BeforePaint />
    </>
  );
}

/** The server cannot know whether the dock was closed: this says so before anything is painted, and never again. */
function BeforePaint() {
  const script = `{let c;try{c=localStorage.getItem("${CLOSED}")}catch{}if(c||!matchMedia("${BESIDE}").matches)document.getElementById("dock").dataset.open="false"}`;
  return (
    <script
      type={typeof window === "undefined" ? "text/javascript" : "text/plain"}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, no input
      dangerouslySetInnerHTML={{ __html: script }}
    />
  );
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
