"use client";

import { Check, Ellipsis, Keyboard } from "lucide-react";
import type { Route } from "next";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { Suspense } from "react";
import { DockToggle } from "@/components/chat/dock-toggle";
import { keysHelp } from "@/components/shell/floats";
import { anywhere } from "@/components/shell/keymap";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { openNowOrOnMount } from "@/components/ui/open-on-mount";
import { SortMenu } from "@/components/views/sort-menu";
import type { SortableView } from "@/components/views/sorting";

/** What stands beside a view's name: how it is sorted, what else can be done, and the assistant. */
export function ViewTools({ sorted, finished }: { sorted?: SortableView; finished?: boolean }) {
  return (
    <>
      <Suspense fallback={<span className="size-7" />}>
        {sorted && <SortMenu view={sorted} />}
        <MoreMenu finished={finished} />
      </Suspense>
      <span className="max-md:hidden">
        <DockToggle />
      </span>
    </>
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
      <MenuItem icon={Keyboard} keys={anywhere.help.keys[0]} onClick={() => openNowOrOnMount(keysHelp)}>
        Keyboard shortcuts
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
