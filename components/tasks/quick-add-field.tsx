"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import type { BaseUIEvent } from "@base-ui/react/types";
import { CornerDownLeft, Plus } from "lucide-react";
import {
  type ClipboardEvent,
  type DragEvent,
  type KeyboardEvent,
  type RefObject,
  useId,
  useRef,
  useState,
} from "react";
import { anywhere } from "@/components/shell/keymap";
import { useKnown } from "@/components/shell/known";
import { TagCompletions } from "@/components/tags/tag-completions";
import { useTagCompletion } from "@/components/tags/use-tag-completion";
import type { Draft } from "@/components/tasks/draft-line";
import { Marks } from "@/components/tasks/marks";
import { daysInWords } from "@/components/tasks/next-days";
import { Understood } from "@/components/tasks/understood";
import { ariaKeys } from "@/components/ui/chord";
import type { Tag } from "@/db/tags";
import type { Mark, QuickAdd } from "@/language/quick-add";

type Props = {
  ref: RefObject<HTMLInputElement | null>;
  draft: Draft;
  line: QuickAdd;
  defaultDay: string | undefined;
  error: string | undefined;
  autoFocus: boolean | undefined;
  onText: (text: string) => void;
  onDismiss: (mark: Mark) => void;
  onNoDate: () => void;
  onSubmit: (text: string) => void;
  /** Something is pasted, or dropped. */
  onTake: (event: ClipboardEvent | DragEvent) => void;
};

/** The line itself: marks in place, tags completed after "#", and at the right when it will be due. */
export function QuickAddField({ ref, draft, line, defaultDay, error, autoFocus, ...on }: Props) {
  const { clock, tags } = useKnown();
  const [isComposing, setComposing] = useState(false);
  const overlay = useRef<HTMLDivElement>(null);
  const described = useId();
  const { suggested, isOpen, take, follow, close, takeByTab, ...list } = useTagCompletion(ref, tags);

  // Escape leaves the line, for the keys of the list, and takes nothing from it, as Base UI would.
  function leave(event: BaseUIEvent<KeyboardEvent<HTMLInputElement>>) {
    if (event.key !== "Escape" || isOpen) return;
    event.preventBaseUIHandler();
    event.currentTarget.blur();
  }

  // Backspace at the end of a mark makes it plain words again; only the next one takes a letter.
  function dismissAtCaret(event: KeyboardEvent<HTMLInputElement>) {
    const { selectionStart, selectionEnd } = event.currentTarget;
    const mark = line.marks.find(({ end }) => end === selectionStart);
    if (event.key !== "Backspace" || !mark || selectionStart !== selectionEnd) return;
    event.preventDefault();
    on.onDismiss(mark);
  }

  return (
    // The action is for Enter before the page listens: React keeps what was sent, and hands it on then.
    <form
      className="mt-4.5 print:hidden"
      action={(sent) => on.onSubmit(`${sent.get("line") ?? ""}`)}
      onSubmit={(event) => {
        event.preventDefault();
        on.onSubmit(draft.text);
      }}
    >
      <Autocomplete.Root
        items={suggested}
        mode="none"
        autoHighlight
        itemToStringValue={(item: Tag) => item.name}
        value={draft.text}
        onValueChange={(text) => {
          on.onText(text);
          follow();
        }}
        open={isOpen}
        {...list}
      >
        <div className="flex min-h-11 items-center gap-2.5 rounded border border-line bg-lift pr-2 pl-3 transition-[border-color,box-shadow] focus-within:border-accent focus-within:shadow-[0_0_0_3px_var(--accent-wash)]">
          <Plus size={16} strokeWidth={1.75} aria-hidden className="shrink-0 text-accent" />
          <div className="relative min-w-0 flex-1 self-stretch">
            <Marks
              ref={overlay}
              hidden={isComposing}
              text={draft.text}
              marks={line.marks}
              titleOf={(mark) => (mark.kind === "repeat" ? daysInWords(line, clock) : mark.label)}
              onDismiss={on.onDismiss}
            />
            <Autocomplete.Input
              ref={ref}
              data-quick-add
              name="line"
              aria-label="Add a task"
              aria-describedby={described}
              aria-keyshortcuts={ariaKeys(anywhere.add.keys)}
              aria-invalid={error ? true : undefined}
              placeholder="Add a task"
              autoComplete="off"
              enterKeyHint="done"
              autoFocus={autoFocus}
              onBlur={close}
              onCompositionStart={() => setComposing(!/Android/.test(navigator.userAgent))}
              onCompositionEnd={() => setComposing(false)}
              onScroll={({ currentTarget }) => overlay.current?.scrollTo({ left: currentTarget.scrollLeft })}
              onKeyDown={(event) => {
                leave(event);
                takeByTab(event);
                dismissAtCaret(event);
              }}
              onPaste={on.onTake}
              onDrop={on.onTake}
              dir="auto"
              className={`field-text h-full w-full bg-transparent text-base ${isComposing ? "" : "text-transparent"} selection:bg-accent/25 caret-ink outline-none placeholder:text-soft`}
            />
          </div>
          <Understood
            line={line}
            defaultDay={defaultDay}
            empty={draft.text === ""}
            id={described}
            onNoDate={on.onNoDate}
          />
          <button
            type="submit"
            aria-label="Add"
            className="relative flex size-6 shrink-0 items-center justify-center rounded-[5px] before:absolute before:-inset-3 border border-line text-soft hover:bg-shade pointer-coarse:-mr-2 pointer-coarse:border-transparent"
          >
            <CornerDownLeft size={11} strokeWidth={2} aria-hidden />
          </button>
        </div>
        {isOpen && <TagCompletions onTake={take} />}
      </Autocomplete.Root>
      {error && (
        <p role="alert" className="mt-1.5 text-late text-small">
          {error}
        </p>
      )}
    </form>
  );
}
