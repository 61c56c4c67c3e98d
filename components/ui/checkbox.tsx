"use client";

import { Checkbox as Base } from "@base-ui/react/checkbox";
import { Check } from "lucide-react";
import type { ComponentProps } from "react";

type Props = Omit<ComponentProps<typeof Base.Root>, "className" | "children"> & { className?: string };

/** A square tick box, for choosing, larger to press than to see; a task's own round check is `components/tasks/task-check`. */
export function Checkbox({ className = "", ...props }: Props) {
  return (
    <span className={`relative size-4 shrink-0 ${className}`}>
      <Base.Root
        className="group/box absolute -inset-1 grid place-items-center outline-none data-disabled:opacity-50 pointer-coarse:-inset-3.5"
        {...props}
      >
        <span className="grid size-4 place-items-center rounded-[4px] border border-faint bg-lift outline-offset-2 transition-colors group-focus-visible/box:outline-2 group-focus-visible/box:outline-accent group-data-checked/box:border-accent group-data-checked/box:bg-accent">
          <Base.Indicator className="text-on-accent">
            <Check size={12} strokeWidth={3} aria-hidden />
          </Base.Indicator>
        </span>
      </Base.Root>
    </span>
  );
}
