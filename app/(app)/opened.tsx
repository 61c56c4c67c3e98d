import { Suspense } from "react";
import { asked } from "@/app/(app)/asked";
import { knowing } from "@/app/(app)/knowing";
import { requireUser } from "@/auth";
import { Known } from "@/components/shell/known";
import { OpenPanel } from "@/components/tasks/open-panel";
import * as tasks from "@/db/tasks";

type Props = { searchParams: Promise<unknown> };

/** The task that the address has open (`?task=`), whether or not the view lists it. */
export function Opened(props: Props) {
  return (
    <Suspense fallback={null}>
      <Panel {...props} />
    </Suspense>
  );
}

async function Panel({ searchParams }: Props) {
  const [user, things, { task }] = await Promise.all([requireUser(), knowing(), asked(searchParams)]);
  return (
    <Known things={things}>
      <OpenPanel found={task ? await found(user.id, task) : undefined} openId={task} />
    </Known>
  );
}

async function found(userId: string, id: string) {
  const [task, subtasks] = await Promise.all([tasks.find(userId, { id }), tasks.subtasks(userId, { id })]);
  return task ? { task, subtasks } : "gone";
}
