import { type ComponentProps, type ReactNode, Suspense } from "react";
import { Count, Docked, ListedConversations, ListedTags } from "@/app/(app)/beside";
import { knowing } from "@/app/(app)/knowing";
import { DockBeforePaint } from "@/components/chat/dock-before-paint";
import { Known } from "@/components/shell/known";
import { NavSheet } from "@/components/shell/nav-sheet";
import { NoScript } from "@/components/shell/no-script";
import { Overlays } from "@/components/shell/overlays";
import { Sidebar } from "@/components/shell/sidebar";
import { SkipLink } from "@/components/shell/skip-link";
import { Tabs } from "@/components/shell/tabs";
import { Writes } from "@/components/tasks/writes";

/** The signed-in frame: the way around, the page, the assistant beside it. It stands before the session is known. */
export default function AppLayout({ children }: LayoutProps<"/">) {
  const count = (of: ComponentProps<typeof Count>["of"]) => (
    <Later>
      <Count of={of} />
    </Later>
  );
  const sidebar = (
    <Sidebar
      counts={{
        "/today": count("today"),
        "/upcoming": count("upcoming"),
        "/no-date": count("noDate"),
        "/tasks": count("open"),
      }}
      rest={
        // Both at once: the second would move down when the first comes.
        <Later>
          <ListedTags />
          <ListedConversations />
        </Later>
      }
    />
  );
  return (
    <Known things={knowing()}>
      <Writes>
        <NoScript className="fixed inset-0 z-50 flex items-center justify-center bg-paper p-6 text-base" />
        <SkipLink />
        <DockBeforePaint />
        <div className="room-for-dock flex h-dvh pt-[env(safe-area-inset-top)] pl-[env(safe-area-inset-left)]">
          <aside className="hidden w-[max(236px,min(14.75rem,24vw))] shrink-0 overflow-y-auto border-line border-r bg-shade md:block">
            {sidebar}
          </aside>
          <main id="main" tabIndex={-1} className="relative flex min-w-0 flex-1 outline-none">
            {children}
          </main>
          <Later>
            <Docked />
          </Later>
        </div>
        <NavSheet>{sidebar}</NavSheet>
        <Tabs />
        <Overlays />
      </Writes>
    </Known>
  );
}

/** Comes when it is there: nothing that is in sight before moves. */
function Later({ children }: { children: ReactNode }) {
  return <Suspense fallback={null}>{children}</Suspense>;
}
