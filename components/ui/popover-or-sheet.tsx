"use client";

import type { ComponentProps } from "react";
import { NARROW, useMedia } from "@/components/ui/media";
import { Popover } from "@/components/ui/popover";
import { Sheet } from "@/components/ui/sheet";

/** A popover, and on a phone, where there is no room beside its button, a sheet at the foot. */
export function PopoverOrSheet(props: ComponentProps<typeof Popover>) {
  const { trigger, label, children, open, onOpenChange, finalFocus } = props;
  if (!useMedia(NARROW)) return <Popover {...props} />;
  return (
    <Sheet
      title={label}
      titled
      side="bottom"
      trigger={trigger}
      open={open}
      onOpenChange={onOpenChange}
      finalFocus={finalFocus}
    >
      <div className="px-[18px] pt-1 pb-2">{children}</div>
    </Sheet>
  );
}
