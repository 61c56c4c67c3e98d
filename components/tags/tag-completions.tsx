"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { TagDot } from "@/components/tags/tag-dots";
import { useLandmark } from "@/components/ui/landmark";
import { floating } from "@/components/ui/popover";
import type { Tag } from "@/db/tags";

/**
 * The tags that go on from what stands after "#"; part of the `Autocomplete` around the field. Not in its `Popup`: that hides the rest
 * of the page, where the focus is, from screen readers.
 */
export function TagCompletions({ onTake }: { onTake: (name: string) => void }) {
  const container = useLandmark();
  return (
    <Autocomplete.Portal container={container}>
      <Autocomplete.Positioner align="start" sideOffset={6} className="z-50">
        <div className={`min-w-48 p-1 ${floating}`}>
          <Autocomplete.List>
            {(tag: Tag) => (
              <Autocomplete.Item
                key={tag.id}
                value={tag}
                onClick={() => onTake(tag.name)}
                className="flex min-h-8 items-center gap-2.5 rounded px-2.5 data-highlighted:bg-shade pointer-coarse:min-h-11"
              >
                <TagDot color={tag.color} />
                <bdi>{tag.name}</bdi>
              </Autocomplete.Item>
            )}
          </Autocomplete.List>
        </div>
      </Autocomplete.Positioner>
    </Autocomplete.Portal>
  );
}
