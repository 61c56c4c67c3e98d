"use client";

import { useOpenTask } from "@/components/tasks/open-task";
import { applyAll } from "@/components/tasks/optimistic";
import { OrphanedEdits } from "@/components/tasks/orphaned-edits";
import { PanelFrame } from "@/components/tasks/panel-frame";
import { TaskPanel } from "@/components/tasks/task-panel";
import { usePending } from "@/components/tasks/writes";
import type { Task } from "@/db/tasks";

type Props = {
  /** The task that the address has open, and its subtasks; `"gone"` when there is none by that id. */
  found: { task: Task; subtasks: Task[] } | "gone" | undefined;
  /** Its id. */
  openId: string | undefined;
};

/** The panel of the open task. One that was just opened shows at once with what its row knows, its subtasks when they come. */
export function OpenPanel({ found, openId }: Props) {
  const { opening, close } = useOpenTask();
  const pending = usePending();
  const server = found && found !== "gone" ? found : undefined;
  const wanted = opening ? opening.task : server?.task;
  const loaded = server && wanted?.id === server.task.id ? server : undefined;
  const [task] = wanted ? applyAll([loaded?.task ?? wanted], pending) : [];
  if (task) {
    const closeIt = () => close(task.id);
    return (
      <PanelFrame key={task.id} isOpening={opening !== undefined} onClose={closeIt}>
        <TaskPanel task={task} subtasks={loaded?.subtasks} onClose={closeIt} />
      </PanelFrame>
    );
  }
  if (found === "gone" && !opening) {
    return (
      <PanelFrame onClose={() => close()}>
        <p className="p-5 text-soft">This task no longer exists. It may be in Trash.</p>
        {openId && <OrphanedEdits taskId={openId} />}
      </PanelFrame>
    );
  }
  return null;
}
