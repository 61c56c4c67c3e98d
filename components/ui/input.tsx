"use client";

import { Input as Base } from "@base-ui/react/input";
import type { ComponentProps } from "react";

/** How every box that one types into looks; `invalid` comes from the surrounding `Field`. */
export const boxed =
  "w-full rounded border border-line bg-lift px-3 text-base text-ink transition-colors placeholder:text-soft focus-visible:border-accent focus-visible:outline-3 focus-visible:outline-accent-wash focus-visible:outline-offset-0 disabled:opacity-50 data-invalid:border-late aria-invalid:border-late";

type Props = Omit<ComponentProps<typeof Base>, "className"> & { className?: string };

/** One line of text. Inside a `Field` it is labelled and described by it. */
export function Input({ className = "", ...props }: Props) {
  return <Base dir="auto" className={`h-9 ${boxed} ${className}`} {...props} />;
}
