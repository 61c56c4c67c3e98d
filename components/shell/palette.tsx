"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { Search } from "lucide-react";
import { useState } from "react";
import { palette } from "@/components/shell/floats";
import { type Jump, useJumps } from "@/components/shell/jumps";
import { Kbd } from "@/components/ui/kbd";
import { useLayerRoot } from "@/components/ui/layers";
import { useOpenOnMount } from "@/components/ui/open-on-mount";
import { Sentence } from "@/components/ui/sentence";

/** Search and jump: views, tags, tasks and things to do, by a few letters of their names. */
export function Palette() {
  const layer = useLayerRoot();
  useOpenOnMount(palette);
  return (
    <Dialog.Root handle={palette} {...layer}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Viewport className="fixed inset-0 z-40 flex items-start justify-center p-4 pt-[12dvh]">
          <Dialog.Popup
            aria-label="Search or jump to"
            className="w-full max-w-lg overflow-hidden rounded border border-line bg-lift shadow-float outline-none transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0"
          >
            <Jumps />
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Jumps() {
  const [query, setQuery] = useState("");
  const { groups, search } = useJumps(query);

  return (
    <Autocomplete.Root
      inline
      open
      items={groups}
      filter={null}
      autoHighlight="always"
      keepHighlight
      itemToStringValue={(jump: Jump) => jump.name}
      value={query}
      onValueChange={(text, { reason }) => {
        if (reason === "item-press") return;
        setQuery(text);
        search(text);
      }}
    >
      <div className="flex h-12 items-center gap-2.5 border-line border-b px-4">
        <Search size={16} strokeWidth={1.75} aria-hidden className="text-soft" />
        <Autocomplete.Input
          aria-label="Search or jump to"
          dir="auto"
          placeholder="Search or jump to"
          className="h-full flex-1 bg-transparent outline-none placeholder:text-soft"
        />
        <Kbd>Escape</Kbd>
      </div>
      <Autocomplete.List className="max-h-[50dvh] overflow-y-auto p-1.5 outline-none">
        {(group: { name: string; items: Jump[] }) => (
          <Autocomplete.Group key={group.name} items={group.items} className="pb-1.5">
            <Autocomplete.GroupLabel className="px-2.5 py-1 font-medium text-small text-soft">
              {group.name}
            </Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(jump: Jump) => (
                <Autocomplete.Item
                  key={jump.id}
                  value={jump}
                  onClick={() => {
                    palette.close();
                    jump.act();
                  }}
                  className="flex h-9 cursor-default items-center gap-2.5 rounded px-2.5 data-highlighted:bg-shade"
                >
                  <span className="flex w-4 shrink-0 justify-center text-soft">{jump.icon}</span>
                  <span dir="auto" className="flex-1 truncate text-left">
                    <Sentence>{jump.name}</Sentence>
                  </span>
                  {jump.keys && <Kbd>{jump.keys}</Kbd>}
                </Autocomplete.Item>
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
      <Autocomplete.Empty className="p-4 text-soft empty:hidden">No results.</Autocomplete.Empty>
    </Autocomplete.Root>
  );
}
