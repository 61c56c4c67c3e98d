"use client";

import { ArrowUpDown, Check, Ellipsis, Keyboard } from "lucide-react";
import type { Route } from "next";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { Suspense } from "react";
import { DockToggle } from "@/components/chat/dock-toggle";
import { keysHelp } from "@/components/shell/floats";
import type { Sort } from "@/components/tasks/arrange";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuChoices, MenuItem } from "@/components/ui/menu";

const sorts = [
  { value: "due", label: "Due" },
  { value: "priority", label: "Priority" },
  { value: "manual", label: "By hand" },
] as const satisfies ReadonlyArray<{ value: Sort; label: string }>;

/** What stands beside a view's name: how it is sorted, what else can be done, and the assistant. */
export function ViewTools({ sorted, finished }: { sorted?: boolean; finished?: boolean }) {
  return (
    <>
      <Suspense fallback={null}>
        {sorted && <SortMenu />}
        <MoreMenu finished={finished} />
      </Suspense>
      <span className="max-md:hidden">
        <DockToggle />
      </span>
    </>
  );
}

function SortMenu() {
  const [params, set] = useAddress();
  const sort = sorts.find(({ value }) => value === params.get("sort")) ?? sorts[0];
  return (
    <Menu
      trigger={
        <Button tone="quiet" size="tool" aria-label={`Sorted: ${sort.label}`}>
          <ArrowUpDown size={15} strokeWidth={1.75} aria-hidden />
          {sort.label}
        </Button>
      }
    >
      <MenuChoices
        label="Sort"
        value={sort.value}
        choices={sorts}
        onChange={(value: Sort) => set("sort", value === "due" ? undefined : value)}
      />
    </Menu>
  );
}

function MoreMenu({ finished }: { finished: boolean | undefined }) {
  const [params, set] = useAddress();
  const shown = params.has("done");
  return (
    <Menu trigger={<IconButton icon={Ellipsis} label="View options" />}>
      {finished && (
        <MenuItem icon={Check} onClick={() => set("done", shown ? undefined : "1")}>
          {shown ? "Hide completed" : "Show completed"}
        </MenuItem>
      )}
      <MenuItem icon={Keyboard} keys="?" onClick={() => keysHelp.open(null)}>
        Keys
      </MenuItem>
    </Menu>
  );
}

function useAddress() {
  const params = useSearchParams();
  const path = usePathname();
  const router = useRouter();
  function set(name: string, value: string | undefined) {
    const next = new URLSearchParams(params);
    if (value === undefined) next.delete(name);
    else next.set(name, value);
    router.replace(`${path}?${next}` as Route, { scroll: false });
  }
  return [params, set] as const;
}
