"use client";

import { type RefObject, useRef, useState } from "react";
import type { Refusal } from "@/components/shell/answer";
import { useKnown } from "@/components/shell/known";
import { limits } from "@/components/shell/limits";
import { newId } from "@/components/shell/new-id";
import { type Defaults, toTask } from "@/components/tasks/draft-line";
import { nested, placesOf } from "@/components/tasks/new-task";
import { MOST, type Paste } from "@/components/tasks/paste";
import { type PastedLine, PastedRow, pastedLineId } from "@/components/tasks/pasted-row";
import { useTasks } from "@/components/tasks/use-tasks";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Task } from "@/db/tasks";
import * as quickAdd from "@/language/quick-add";
import { lengthOf } from "@/language/text";

type Props = {
  paste: Paste;
  saving: boolean;
  onSaving: (saving: boolean) => void;
  onChange: (paste: Paste) => void;
  /** Lines of it were added as they were in `paste`. */
  onAdded: (paste: Paste, lines: number[]) => void;
  defaults?: Defaults | undefined;
  /** The task that the lines become subtasks of. */
  parent?: Task | undefined;
  /** The list stays where it is, to be looked at again. */
  onClose: () => void;
  onDiscard: () => void;
  focus: RefObject<HTMLElement | null>;
};

/**
 * A look at what pasted lines will become, each of which can be left out, before they are added in one go. What cannot be added as it
 * is, is marked and can be written anew; nothing goes before it is added.
 */
export function PastedLines({ paste, defaults, parent, focus, saving, ...on }: Props) {
  const { onSaving, onChange, onAdded, onClose, onDiscard } = on;
  const { clock, tags } = useKnown();
  const { add } = useTasks();
  const [refused, setRefused] = useState<{ message: string; at: Map<number, string> }>();
  const addButton = useRef<HTMLButtonElement>(null);
  const [now] = useState(() => new Date());
  const names = tags.map(({ name }) => name);
  const { edits, out, added, turnId } = paste;

  const lines = quickAdd
    .lines(paste.text)
    .map(({ text, depth, done }, at): PastedLine => {
      const words = edits[at] ?? text;
      const understood = parent ? undefined : quickAdd.read(words, { ...clock, now }, { tags: names });
      const task = understood ? toTask(understood, tags, depth > 0 ? {} : defaults) : { title: words };
      const length = lengthOf(task.title);
      const isLong = length > limits.title && `Too long: ${length} of ${limits.title} characters.`;
      const isEmpty = task.title.trim() === "" && "Enter something here.";
      const fault = isLong || isEmpty || refused?.at.get(at);
      return { at, words, depth: parent ? 0 : depth, task: { ...task, ...(done && { completed: true }) }, fault };
    })
    .filter(({ at }) => !added.includes(at));
  const wanted = lines.filter(({ at }) => !out.includes(at));
  const batch = wanted.slice(0, MOST);
  const [faulty] = batch.filter(({ fault }) => fault);
  const noun = parent ? "subtask" : "task";

  async function save() {
    if (saving) return;
    if (faulty) return document.getElementById(pastedLineId(faulty.at))?.focus();
    onSaving(true);
    const tasks = parent
      ? batch.map(({ task }) => ({ ...task, parentId: parent.id }))
      : nested(batch.map(({ depth, task }) => ({ depth, task })));
    const answer = await add(tasks, { turnId, noticed: true, quiet: true });
    onSaving(false);
    if (!answer.ok) return setRefused({ message: answer.message, at: faultsOf(answer, batch) });
    setRefused(undefined);
    onAdded(
      paste,
      batch.map(({ at }) => at),
    );
  }

  const tooMany = wanted.length > MOST;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      initialFocus={addButton}
      finalFocus={focus}
      title={`Add ${wanted.length} ${wanted.length === 1 ? noun : `${noun}s`}?`}
      description={parent ? undefined : "Indented lines become subtasks of the line above."}
      actions={
        <>
          <Button onClick={onDiscard}>Cancel</Button>
          <Button
            ref={addButton}
            tone="primary"
            disabled={wanted.length === 0 || saving}
            focusableWhenDisabled
            onClick={save}
          >
            {saving ? "Adding…" : tooMany ? `Add the first ${MOST}` : "Add"}
          </Button>
        </>
      }
    >
      <ul className="-mx-1 max-h-[50dvh] overflow-y-auto">
        {lines.map((line) => (
          <PastedRow
            key={line.at}
            line={line}
            isIn={!out.includes(line.at)}
            isEdited={line.at in edits}
            onToggle={(isIn) =>
              onChange({
                ...paste,
                out: isIn ? out.filter((at) => at !== line.at) : [...out, line.at],
                turnId: newId(),
              })
            }
            onWords={(words) => {
              setRefused(undefined);
              onChange({ ...paste, edits: { ...edits, [line.at]: words }, turnId: newId() });
            }}
          />
        ))}
      </ul>
      {(faulty || refused || tooMany) && (
        <p role="alert" className="mt-3 text-late text-small">
          {faulty
            ? "A line can’t be added as it is. Fix it or leave it out."
            : (refused?.message ?? `You can add ${MOST} at a time. The rest stays here.`)}
        </p>
      )}
    </Dialog>
  );
}

/** Which line a refusal is about, and what is wrong with it. */
function faultsOf({ errors = [] }: Refusal, lines: PastedLine[]): Map<number, string> {
  const places = placesOf(lines);
  const faults = new Map<number, string>();
  for (const { path, message } of errors) {
    const place = places.findLastIndex((place) => `${path}.`.startsWith(`${place}.`) && isOwn(path, place));
    const line = lines[place];
    if (line) faults.set(line.at, message);
  }
  return faults;
}

/** A subtask's fault is not its task's. */
const isOwn = (path: string, place: string) => !path.slice(place.length).startsWith(".subtasks.");
