"use client";

import { Button as Base } from "@base-ui/react/button";
import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { Tooltip } from "@/components/ui/tooltip";

const tones = {
  quiet: "text-soft hover:bg-shade hover:text-ink data-popup-open:bg-shade data-popup-open:text-ink",
  /** Something that is switched on. */
  on: "bg-accent-wash text-accent-ink",
  danger: "text-soft hover:bg-shade hover:text-late",
  /** The one thing to do here: send, add. */
  primary: "bg-ink text-paper hover:opacity-90",
} as const;

export type IconButtonProps = Omit<ComponentProps<typeof Base>, "className" | "children"> & {
  icon: LucideIcon;
  /** The accessible name, shown as a tooltip too. */
  label: string;
  /** The key that does the same, for the tooltip: "⌘J". */
  keys?: string;
  tone?: keyof typeof tones;
  size?: "small" | "base";
  className?: string;
};

/** A square button with one icon: 28 px, or 24 px when small. */
export function IconButton({
  icon: Icon,
  label,
  keys,
  tone = "quiet",
  size = "base",
  className = "",
  ...props
}: IconButtonProps) {
  return (
    <Tooltip label={label} keys={keys}>
      <Base
        aria-label={label}
        className={`inline-flex shrink-0 items-center justify-center rounded transition-colors disabled:opacity-50 ${size === "base" ? "size-7" : "size-6"} ${tones[tone]} ${className}`}
        {...props}
      >
        <Icon size={size === "base" ? 16 : 14} strokeWidth={1.75} aria-hidden />
      </Base>
    </Tooltip>
  );
}
