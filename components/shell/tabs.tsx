"use client";

import { CalendarDays, type LucideIcon, Menu, MessageCircle, Plus, Sun } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { Suspense, useEffect, useState } from "react";
import { pageOf, useShown } from "@/components/chat/dock-state";
import { addSheet, navSheet } from "@/components/shell/floats";
import { openNowOrOnMount } from "@/components/ui/open-on-mount";

const tab =
  "relative flex min-w-0 flex-1 flex-col items-center gap-1 py-1.5 text-small text-soft before:absolute before:top-0 before:w-6 aria-[current=page]:font-medium aria-[current=page]:text-accent-ink aria-[current=page]:before:border-t-2";
// Where letters are so large that five names have no room, the signs stand alone.
const label = "max-w-full truncate @max-[20rem]/tabs:sr-only";

/** A phone's way around: five tabs, Add in the middle. */
export function Tabs() {
  return (
    <nav
      aria-label="Tabs"
      className="@container/tabs fixed inset-x-0 bottom-0 z-20 flex items-center border-line border-t bg-shade px-[max(0.5rem,env(safe-area-inset-left))] pb-[env(safe-area-inset-bottom)] md:hidden in-data-keyboard:hidden print:hidden"
    >
      <Tab href="/today" icon={Sun} name="Today" />
      <Tab href="/upcoming" icon={CalendarDays} name="Upcoming" />
      <span className="flex flex-1 justify-center">
        <button
          type="button"
          aria-label="Add a task"
          onClick={() => openNowOrOnMount(addSheet)}
          className="flex size-8 items-center justify-center rounded bg-accent text-on-accent"
        >
          <Plus size={20} strokeWidth={1.75} aria-hidden />
        </button>
      </span>
      <Suspense fallback={<TabLink {...assistant} href="/chat" current={false} />}>
        <AssistantTab />
      </Suspense>
      <MoreTab />
    </nav>
  );
}

/** One button from the start: a tap on a fallback that is being replaced would be lost. */
function MoreTab() {
  const [current, setCurrent] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-current={current ? "page" : undefined}
        onClick={() => openNowOrOnMount(navSheet)}
        className={tab}
      >
        <Menu size={20} strokeWidth={1.75} aria-hidden />
        <span className={label}>More</span>
      </button>
      <Suspense fallback={null}>
        <WhetherMore onKnown={setCurrent} />
      </Suspense>
    </>
  );
}

/** Every page that has no tab of its own is under More. */
function WhetherMore({ onKnown }: { onKnown: (isMore: boolean) => void }) {
  const path = usePathname();
  const isMore = !["/today", "/upcoming", "/chat"].some((place) => path.startsWith(place));
  useEffect(() => onKnown(isMore), [isMore, onKnown]);
  return null;
}

const assistant = { icon: MessageCircle, name: "Assistant" };

/** Goes on with the conversation that was looked at last, as the dock does; once there, it stays where one is. */
function AssistantTab() {
  const path = usePathname();
  const page = pageOf(useShown());
  const current = path.startsWith("/chat");
  return <TabLink {...assistant} href={current ? (path as Route) : page} current={current} />;
}

type Props = { href: Route; icon: LucideIcon; name: string };

function Tab(props: Props) {
  return (
    <Suspense fallback={<TabLink {...props} current={false} />}>
      <CurrentTab {...props} />
    </Suspense>
  );
}

function CurrentTab(props: Props) {
  return <TabLink {...props} current={usePathname().startsWith(props.href)} />;
}

function TabLink({ href, icon: Icon, name, current }: Props & { current: boolean }) {
  return (
    <Link href={href} aria-current={current ? "page" : undefined} className={tab}>
      <Icon size={20} strokeWidth={1.75} aria-hidden />
      <span className={label}>{name}</span>
    </Link>
  );
}
