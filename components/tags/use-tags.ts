"use client";

import { usePathname, useRouter } from "next/navigation";
import { startTransition, useOptimistic } from "react";
import { type Answer, unreachable } from "@/components/shell/answer";
import { newId } from "@/components/shell/new-id";
import * as actions from "@/components/tags/actions";
import { apply, type TagWrite } from "@/components/tags/optimistic";
import { undoTurn } from "@/components/tasks/actions";
import * as notices from "@/components/ui/notices";
import type { Tag } from "@/db/tags";

type Named = { name: string; color: string };

/** The tags with what is being written laid over them, and what one can do to them. */
export function useTags(tags: Tag[]) {
  const [shown, show] = useOptimistic(tags, apply);
  const router = useRouter();
  const path = usePathname();

  function send<Said extends Answer>(write: TagWrite, act: () => Promise<Said>): Promise<Said | typeof unreachable> {
    return new Promise((resolve) => {
      startTransition(async () => {
        show(write);
        resolve(await act().catch(() => unreachable));
      });
    });
  }

  function add(wanted: Named) {
    const now = new Date();
    const draft = { createdAt: now, updatedAt: now, deletedAt: null, version: 0, taskCount: 0 };
    const tag: Tag = { ...draft, id: newId(), ...wanted };
    return send({ kind: "add", tag }, () => actions.add(newId(), wanted));
  }

  function change({ id, version }: Tag, fields: Named) {
    return send({ kind: "change", id, fields }, () => actions.change(newId(), { id, version, ...fields }));
  }

  async function remove(tag: Tag) {
    const turnId = newId();
    if (path === `/tags/${tag.id}`) router.push("/today");
    const answer = await send({ kind: "remove", id: tag.id }, () => actions.remove(turnId, { id: tag.id }));
    if (answer.ok) notices.say(`Deleted the tag “${tag.name}”`, { label: "Undo", act: () => undo(tag, turnId) });
    else notices.warn(answer.message, { label: "Retry", act: () => void remove(tag) });
  }

  async function undo(tag: Tag, turnId: string) {
    const answer = await send({ kind: "add", tag }, () => undoTurn(newId(), { id: turnId }));
    if (!answer.ok) notices.warn(answer.message, { label: "Retry", act: () => void undo(tag, turnId) });
  }

  return { shown, add, change, remove };
}
