"use client";

import { usePathname, useRouter } from "next/navigation";
import { startTransition, useOptimistic, useRef } from "react";
import { type Answer, retry } from "@/components/shell/answer";
import { newId } from "@/components/shell/new-id";
import type { Call } from "@/components/shell/send";
import * as actions from "@/components/tags/actions";
import { apply, type TagWrite } from "@/components/tags/optimistic";
import { useWriting } from "@/components/tasks/writes";
import * as notices from "@/components/ui/notices";
import type { Tag } from "@/db/tags";

type Named = { name: string; color: string };
const keys = ["name", "color"] as const;
type Sent = { act: (call: Call) => Promise<Answer>; said: string; noticed?: boolean; turnId?: string };

/** The tags with what is being written laid over them, and what one can do to them. Each can be undone. */
export function useTags(tags: Tag[]) {
  const [shown, show] = useOptimistic(tags, apply);
  const { send } = useWriting();
  const refused = useRef(new Map<string, Tag>());
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

  /** @param turnId the same one makes it once, however often it is tried. */
  function add(wanted: Named, turnId: string) {
    const now = new Date();
    const draft = { createdAt: now, updatedAt: now, deletedAt: null, version: 0, taskCount: 0 };
    const tag: Tag = { ...draft, id: newId(), ...wanted };
    const act = (call: Call) => call(actions.add, wanted);
    return write({ kind: "add", tag }, { act, said: `Created the tag “${wanted.name}”`, turnId });
  }

  /**
   * Writes over nothing that was changed elsewhere meanwhile: what differs is sent alone. Where the same was changed, it is refused once;
   * asked for again, one has seen it.
   */
  function change(tag: Tag, wanted: Named) {
    const told = refused.current.get(tag.id);
    const base = told && told.version > tag.version ? told : tag;
    const fields = Object.fromEntries(keys.flatMap((key) => (wanted[key] === base[key] ? [] : [[key, wanted[key]]])));
    const act = async (call: Call) => {
      const onto = (version: number) => call(actions.change, { id: tag.id, version, ...fields });
      const first = await onto(base.version);
      if (!("stale" in first)) return first;
      refused.current.set(tag.id, first.stale);
      return keys.some((key) => key in fields && first.stale[key] !== base[key]) ? first : onto(first.stale.version);
    };
    return write({ kind: "change", id: tag.id, fields }, { act, said: `Changed the tag “${tag.name}”` });
  }

  async function remove(tag: Tag) {
    const { id, name } = tag;
    if (path === `/tags/${id}`) router.push("/today");
    const act = (call: Call) => call(actions.remove, { id });
    const answer = await write({ kind: "remove", id }, { act, said: `Deleted the tag “${name}”`, noticed: true });
    if (answer.ok) return;
    const step = retry(answer, () => void remove(tag));
    notices.warn(`Couldn’t delete the tag “${name}”. ${answer.message}`, step);
  }

  return { shown, add, change, remove };
}
