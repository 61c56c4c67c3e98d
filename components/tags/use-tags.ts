"use client";

import { usePathname, useRouter } from "next/navigation";
import { startTransition, useOptimistic } from "react";
import { type Answer, retry } from "@/components/shell/answer";
import { newId } from "@/components/shell/new-id";
import * as actions from "@/components/tags/actions";
import { apply, type TagWrite } from "@/components/tags/optimistic";
import { useWriting } from "@/components/tasks/writes";
import * as notices from "@/components/ui/notices";
import type { Tag } from "@/db/tags";

type Named = { name: string; color: string };
type Sent = { act: (turnId: string) => Promise<Answer>; said: string; noticed?: boolean };

/** The tags with what is being written laid over them, and what one can do to them. Each can be undone. */
export function useTags(tags: Tag[]) {
  const [shown, show] = useOptimistic(tags, apply);
  const { send } = useWriting();
  const router = useRouter();
  const path = usePathname();

  /** A refusal is the caller's to show. */
  function write(change: TagWrite, sent: Sent): Promise<Answer> {
    return new Promise((resolve) => {
      startTransition(async () => {
        show(change);
        resolve(await send({ ...sent, quiet: true }));
      });
    });
  }

  function add(wanted: Named) {
    const now = new Date();
    const draft = { createdAt: now, updatedAt: now, deletedAt: null, version: 0, taskCount: 0 };
    const tag: Tag = { ...draft, id: newId(), ...wanted };
    const act = (turnId: string) => actions.add(turnId, wanted);
    return write({ kind: "add", tag }, { act, said: `Made the tag “${wanted.name}”` });
  }

  function change({ id, version, name }: Tag, fields: Named) {
    const act = (turnId: string) => actions.change(turnId, { id, version, ...fields });
    return write({ kind: "change", id, fields }, { act, said: `Changed the tag “${name}”` });
  }

  async function remove(tag: Tag) {
    const { id, name } = tag;
    if (path === `/tags/${id}`) router.push("/today");
    const act = (turnId: string) => actions.remove(turnId, { id });
    const answer = await write({ kind: "remove", id }, { act, said: `Deleted the tag “${name}”`, noticed: true });
    if (answer.ok) return;
    const step = retry(answer, () => void remove(tag));
    notices.warn(`The tag “${name}” is not deleted. ${answer.message}`, step);
  }

  return { shown, add, change, remove };
}
