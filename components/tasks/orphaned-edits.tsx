"use client";

import { OrphanedDrafts } from "@/components/shell/orphaned-drafts";
import { useDrafts } from "@/components/shell/use-draft";

/** What was written to a task that was deleted before it could be saved. */
export function OrphanedEdits({ taskId }: { taskId: string }) {
  return <OrphanedDrafts found={useDrafts(`task ${taskId} `)} className="px-5 pb-5" />;
}
