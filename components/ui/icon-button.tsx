"use client";

import { Button as Base } from "@base-ui/react/button";
import type { LucideIcon } from "lucide-react";
import Link from "next/link";
import type { ComponentProps } from "react";
import { Tooltip } from "@/components/ui/tooltip";

const tones = {
  quiet: "text-soft hover:bg-shade hover:text-ink data-popup-open:bg-shade data-popup-open:text-ink",
  /** Something that is switched on. */
  on: "bg-accent-wash text-accent-ink forced-colors:border",
  danger: "text-soft hover:bg-shade hover:text-late",
  /** The one thing to do here: send, add. */
  primary: "bg-ink text-paper hover:opacity-90",
} as const;

const sizes = { small: ["size-6", 14], base: ["size-7", 16] } as const;

type Look = {
  icon: LucideIcon;
  /** What it does, as a tooltip. */
  label: string;
  /** The accessible name, where `label` would not tell it from its like in other rows. */
  name?: string;
  tone?: keyof typeof tones;
  size?: keyof typeof sizes;
  className?: string;
};

type IconButtonProps = Omit<ComponentProps<typeof Base>, "className" | "children" | "name"> &
  Look & {
    /** The key that does the same, for the tooltip: "⌘J". */
    keys?: string;
  };

/** A square button with one icon: 28 px, or 24 px when small. */
export function IconButton({ icon, label, name, keys, tone, size, className, ...props }: IconButtonProps) {
  const looks = look({ icon, label, name, tone, size, className });
  return (
    <Tooltip label={label} keys={keys}>
      <Base {...looks} {...props} />
    </Tooltip>
  );
}

type IconLinkProps = Look & Pick<ComponentProps<typeof Link>, "href">;

/** Looks like an `IconButton` and goes somewhere. */
export function IconLink({ href, ...rest }: IconLinkProps) {
  return (
    <Tooltip label={rest.label}>
      <Link href={href} {...look(rest)} />
    </Tooltip>
  );
}

function look({ icon: Icon, label, name = label, tone = "quiet", size = "base", className = "" }: Look) {
  const [box, pixels] = sizes[size];
  return {
    "aria-label": name,
    className: `inline-flex shrink-0 items-center justify-center rounded transition-colors pointer-coarse:size-11 print:hidden disabled:opacity-50 ${box} ${tones[tone]} ${className}`,
    children: <Icon size={pixels} strokeWidth={1.75} aria-hidden />,
  };
}
