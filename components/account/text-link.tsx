import Link from "next/link";
import type { ComponentProps } from "react";

/** A link within a sentence: underlined, because its colour alone does not set it apart. */
export function TextLink(props: Omit<ComponentProps<typeof Link>, "className">) {
  return <Link className="rounded text-accent-ink underline underline-offset-2 hover:no-underline" {...props} />;
}
