"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { TagDot } from "@/components/tags/tag-dots";
import { floating } from "@/components/ui/popover";
import type { Tag } from "@/db/tags";

/** The tags that go on from what stands after "#"; part of the `Autocomplete` around the field. */
export function TagCompletions() {
  return (
    <Autocomplete.Portal>
      <Autocomplete.Positioner align="start" sideOffset={6} className="z-50">
        <Autocomplete.Popup className={`min-w-48 p-1 ${floating}`}>
          <Autocomplete.List>
            {(tag: Tag) => (
              <Autocomplete.Item
                key={tag.id}
                value={tag}
                className="flex h-8 items-center gap-2.5 rounded px-2.5 data-highlighted:bg-shade"
              >
                <TagDot color={tag.color} />
                {tag.name}
              </Autocomplete.Item>
            )}
          </Autocomplete.List>
        </Autocomplete.Popup>
      </Autocomplete.Positioner>
    </Autocomplete.Portal>
  );
}
