"use client";

import { startTransition } from "react";
import * as chat from "@/components/chat/actions";
import { type Answer, type Refusal, retry } from "@/components/shell/answer";
import type { Call } from "@/components/shell/send";
import * as tags from "@/components/tags/actions";
import { useTasks } from "@/components/tasks/use-tasks";
import { useWriting } from "@/components/tasks/writes";
import { nameOf, spokenName } from "@/components/trash/words";
import * as notices from "@/components/ui/notices";
import type { Trashed } from "@/db/trash";

type Options = {
  /** Lets a row disappear while it is on its way back. */
  hide: (id: string) => void;
  /** Asks for another name for a tag whose own is taken. */
  askForName: (taken: Extract<Trashed, { noun: "tag" }>) => void;
};

/** Restores what is in the trash, at once for the eye, and says so with a way back. */
export function useRestore({ hide, askForName }: Options) {
  const { restore: restoreTasks } = useTasks();
  const { send } = useWriting();

  function bring(trashed: Trashed, act: (call: Call) => Promise<Answer>, name = nameOf(trashed)) {
    const said = trashed.noun === "tag" ? `Restored the tag “${name}”` : `Restored “${name}”`;
    return new Promise<Answer>((resolve) => {
      startTransition(async () => {
        hide(trashed.thing.id);
        resolve(await send({ act, said, noticed: true, quiet: true }));
      });
    });
  }

  /** The dialog that asked for the name shows a refusal by itself. */
  function restoreAs(trashed: Extract<Trashed, { noun: "tag" }>, name: string) {
    return bring(trashed, (call) => call(tags.restore, { id: trashed.thing.id, name }), name);
  }

  async function restore(trashed: Trashed) {
    const { noun, thing } = trashed;
    if (noun === "task") return void restoreTasks([thing], { noticed: true });
    const answer = await bring(trashed, (call) => call<Answer>(actions[noun].restore, { id: thing.id }));
    if (answer.ok) return;
    if (noun === "tag" && isTaken(answer)) askForName(trashed);
    else
      notices.warn(
        `Couldn’t restore ${spokenName(trashed)}. ${answer.message}`,
        retry(answer, () => void restore(trashed)),
      );
  }

  return { restore, restoreAs };
}

const actions = { tag: tags, conversation: chat };
const isTaken = ({ errors = [] }: Refusal) => errors.some(({ path }) => path === "name");
