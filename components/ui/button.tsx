"use client";

import { Button as Base } from "@base-ui/react/button";
import { useRender } from "@base-ui/react/use-render";
import type { ComponentProps } from "react";

const tones = {
  /** The one thing to do here. */
  primary: "border border-transparent bg-accent text-on-accent font-medium hover:bg-accent-ink",
  plain: "bg-lift text-ink border border-line hover:bg-shade",
  quiet: "text-soft hover:bg-shade hover:text-ink",
  /** A step that looks like words, such as "Move to today". */
  link: "text-accent-ink hover:underline underline-offset-2",
  /** What cannot be taken back. */
  danger: "border border-transparent bg-late text-paper font-medium hover:opacity-90",
} as const;

const sizes = {
  small: "min-h-7 px-3 py-0.5 text-small",
  base: "min-h-9 px-4 py-1 text-base",
  /** Beside a view's name, as quiet as what it changes. */
  tool: "min-h-7 px-2 text-base",
  /** As high as its line, and where one presses with a finger still as large as that. */
  inline: "p-0 text-small pointer-coarse:-my-4",
} as const;

export type ButtonProps = Omit<ComponentProps<typeof Base>, "className"> & {
  tone?: keyof typeof tones;
  size?: keyof typeof sizes;
  className?: string;
};

/** A push button; `render={<Link …/>}` with `nativeButton={false}` makes a link look like one, and leaves it a link. */
export function Button({ tone = "plain", size = "small", className = "", ...props }: ButtonProps) {
  const look = `inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded transition-colors pointer-coarse:min-h-11 print:hidden disabled:opacity-50 data-disabled:opacity-50 ${sizes[tone === "link" ? "inline" : size]} ${tones[tone]} ${className}`;
  const { nativeButton, render, children } = props;
  if (nativeButton === false && typeof render === "object") {
    return (
      <LooksLikeOne render={render} className={look}>
        {children}
      </LooksLikeOne>
    );
  }
  return <Base type={props.render ? undefined : "button"} className={look} {...props} />;
}

/** Base UI's button would say "button" to a screen reader, of something that goes somewhere. */
function LooksLikeOne({ render, ...props }: useRender.ComponentProps<"a">) {
  return useRender({ render, props });
}
