"use client";

import * as drafts from "@/components/shell/drafts";
import { OrphanedDrafts } from "@/components/shell/orphaned-drafts";

/** What was written to a task that was deleted before it could be saved. */
export function OrphanedEdits({ taskId }: { taskId: string }) {
  return <OrphanedDrafts found={drafts.useDrafts(`task ${taskId} `)} className="px-5 pb-5" />;
}
