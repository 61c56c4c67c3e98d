"use client";

import { ArrowUpDown } from "lucide-react";
import type { Route } from "next";
import { useParams, usePathname, useRouter, useSearchParams } from "next/navigation";
import { startTransition, useOptimistic } from "react";
import { useKnown } from "@/components/shell/known";
import { newId } from "@/components/shell/new-id";
import { send } from "@/components/shell/send";
import type { Sort } from "@/components/tasks/arrange";
import { Button } from "@/components/ui/button";
import { Menu, MenuChoices } from "@/components/ui/menu";
import { sortView } from "@/components/views/actions";
import { type SortableView, sortOf, sortsOf } from "@/components/views/sorting";

/** How the view is sorted. What is chosen here stays chosen, on every device. */
export function SortMenu({ view }: { view: SortableView }) {
  const { preferences } = useKnown();
  const params = useSearchParams();
  const path = usePathname();
  const router = useRouter();
  const key = useParams<{ id?: string }>().id ?? view;
  const [sort, show] = useOptimistic(sortOf(view, key, params.get("sort"), preferences));
  const choices = sortsOf(view);
  const label = choices.find(({ value }) => value === sort)?.label;

  function choose(next: Sort) {
    startTransition(async () => {
      show(next);
      const answer = await send(newId(), (call) => call(sortView, { view: key, sort: next }));
      if (!answer.ok || params.has("sort")) router.replace(addressOf(path, params, answer.ok ? undefined : next));
    });
  }

  return (
    <Menu
      trigger={
        <Button tone="quiet" size="tool" aria-label={`Sorted: ${label}`}>
          <ArrowUpDown size={15} strokeWidth={1.75} aria-hidden />
          {label}
        </Button>
      }
    >
      <MenuChoices label="Sort" value={sort} choices={choices} onChange={choose} />
    </Menu>
  );
}

/** The same page; sorted by its address alone where the choice could not be kept. */
function addressOf(path: string, params: URLSearchParams, sort: Sort | undefined): Route {
  const next = new URLSearchParams(params);
  if (sort) next.set("sort", sort);
  else next.delete("sort");
  return `${path}?${next}` as Route;
}
