import type { ReactNode } from "react";
import { Sentence } from "@/components/ui/sentence";

/** Nothing here yet: one line that invites, and one thing to do. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-3 py-8">
      <p className="text-base text-soft">{typeof children === "string" ? <Sentence>{children}</Sentence> : children}</p>
      {action}
    </div>
  );
}
