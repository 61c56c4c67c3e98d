"use client";

import { Checkbox as Base } from "@base-ui/react/checkbox";
import { Check } from "lucide-react";
import type { ComponentProps } from "react";

type Props = Omit<ComponentProps<typeof Base.Root>, "className" | "children"> & { className?: string };

/** A square tick box, for choosing; a task's own round check is `components/tasks/task-check`. */
export function Checkbox({ className = "", ...props }: Props) {
  return (
    <Base.Root
      className={`flex size-4 shrink-0 items-center justify-center rounded-[4px] border border-faint bg-lift transition-colors data-checked:border-accent data-checked:bg-accent data-disabled:opacity-50 ${className}`}
      {...props}
    >
      <Base.Indicator className="text-on-accent">
        <Check size={12} strokeWidth={3} aria-hidden />
      </Base.Indicator>
    </Base.Root>
  );
}
