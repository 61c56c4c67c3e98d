"use client";

import { Keyboard, MessagesSquare, Plus, Redo2, Search, Settings2, Undo2 } from "lucide-react";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type ReactNode, useRef, useState } from "react";
import { api } from "@/components/shell/api";
import { keysHelp } from "@/components/shell/floats";
import { anywhere } from "@/components/shell/keymap";
import { useKnown } from "@/components/shell/known";
import { matching } from "@/components/shell/matching";
import { focusQuickAdd } from "@/components/shell/shortcuts";
import { assistant, views } from "@/components/shell/views";
import { TagDot } from "@/components/tags/tag-dots";
import { PriorityRing } from "@/components/tasks/priority-menu";
import { useTasks } from "@/components/tasks/use-tasks";
import { openNowOrOnMount } from "@/components/ui/open-on-mount";
import type { Task } from "@/db/tasks";

/** One line of the palette. */
export type Jump = { id: string; name: string; icon: ReactNode; keys?: string; act: () => void };

type Found = { query: string; tasks: Array<Pick<Task, "id" | "title" | "priority">> };

/** What the palette offers for a query, and how it asks for tasks: those come from the server, everything else is here already. */
export function useJumps(query: string) {
  const { tags } = useKnown();
  const { undoLast, redoLast } = useTasks();
  const router = useRouter();
  const [found, setFound] = useState<Found>({ query: "", tasks: [] });
  const asking = useRef<AbortController>(undefined);
  const go = (href: Route) => () => router.push(href);
  const wanted = query.trim();

  async function search(text: string) {
    asking.current?.abort();
    asking.current = new AbortController();
    const { signal } = asking.current;
    const q = text.trim();
    if (q === "") return setFound({ query: q, tasks: [] });
    try {
      const answer = await api(`/api/v1/tasks?view=all&limit=8&q=${encodeURIComponent(q)}`, { signal });
      if (answer.ok) setFound({ query: q, tasks: (await answer.json()).items });
    } catch {
      // Typed on, or no connection: what is here already can still be jumped to.
    }
  }

  const tasks: Jump[] = found.tasks.map(({ id, title, priority }) => ({
    id,
    name: title,
    icon: <PriorityRing priority={priority} />,
    act: go(`/search?q=${encodeURIComponent(found.query)}&task=${id}`),
  }));
  const everywhere: Jump = {
    id: "search",
    name: `Search for “${wanted}”`,
    icon: <Search {...drawn} />,
    act: go(`/search?q=${encodeURIComponent(wanted)}`),
  };
  const groups = [
    { name: "Go to", items: matching(places(go), wanted) },
    {
      name: "Tags",
      items: matching(
        tags.map((tag) => ({ ...tag, icon: <TagDot color={tag.color} />, act: go(`/tags/${tag.id}` as Route) })),
        wanted,
      ),
    },
    { name: "Do", items: matching(steps(undoLast, redoLast), wanted) },
    { name: "Tasks", items: wanted ? [...tasks, everywhere] : [] },
  ];
  return { groups: groups.filter(({ items }) => items.length > 0), search };
}

const drawn = { size: 16, strokeWidth: 1.75, "aria-hidden": true } as const;

function places(go: (href: Route) => () => void): Jump[] {
  const listed = [...views, assistant].map(({ href, name, icon: Icon, key }) => ({
    id: href,
    name,
    icon: <Icon {...drawn} />,
    keys: `g ${key}`,
    act: go(href),
  }));
  return [
    ...listed,
    { id: "/conversations", name: "Conversations", icon: <MessagesSquare {...drawn} />, act: go("/conversations") },
    { id: "/settings", name: "Settings", icon: <Settings2 {...drawn} />, act: go("/settings" as Route) },
  ];
}

function steps(undoLast: () => void, redoLast: () => void): Jump[] {
  return [
    // The palette gives the focus back as it closes; a field that wants it waits for that.
    {
      id: "add",
      name: "Add a task",
      icon: <Plus {...drawn} />,
      keys: anywhere.add.keys[0],
      act: () => setTimeout(focusQuickAdd, 50),
    },
    {
      id: "undo",
      name: "Undo last change",
      icon: <Undo2 {...drawn} />,
      keys: anywhere.undo.keys[0],
      act: undoLast,
    },
    { id: "redo", name: "Redo", icon: <Redo2 {...drawn} />, keys: anywhere.redo.keys[0], act: redoLast },
    {
      id: "keys",
      name: "Keyboard shortcuts",
      icon: <Keyboard {...drawn} />,
      keys: anywhere.help.keys[0],
      act: () => openNowOrOnMount(keysHelp),
    },
  ];
}
