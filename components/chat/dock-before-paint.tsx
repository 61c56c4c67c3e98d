"use client";

import { beforePaint } from "@/components/chat/before-paint";

/**
 * The server cannot know whether the dock was closed: this says so before anything is painted. Stands before what makes room for the
 * dock, so that nothing moves when it comes.
 */
export function DockBeforePaint() {
  return (
    <script
      type={typeof window === "undefined" ? "text/javascript" : "text/plain"}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, no input
      dangerouslySetInnerHTML={{ __html: beforePaint }}
    />
  );
}
