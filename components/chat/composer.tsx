"use client";

import { ArrowUp, Square } from "lucide-react";
import { type KeyboardEvent, useLayoutEffect, useRef } from "react";
import * as chats from "@/components/chat/chats";
import * as draft from "@/components/chat/draft";
import { focus } from "@/components/chat/focus";
import { ModelName } from "@/components/chat/model-name";
import { useTalk } from "@/components/chat/talk";
import { textOf } from "@/components/chat/text";
import { FieldNote } from "@/components/shell/field-note";
import { limits } from "@/components/shell/limits";
import { OtherDrafts } from "@/components/shell/other-drafts";
import { useTakeOver } from "@/components/shell/use-take-over";
import { isChord } from "@/components/ui/chord";
import { GrowingTextarea } from "@/components/ui/growing-textarea";
import { IconButton } from "@/components/ui/icon-button";
import { TOUCH, useMedia } from "@/components/ui/media";
import { isBlank, lengthOf } from "@/language/text";

type Props = {
  /** Undefined while the conversation is not begun. */
  id: string | undefined;
  model: string;
  onSend: () => void;
  /** Takes the focus when it appears. */
  eager: boolean;
};

/**
 * Where one writes. Enter sends and Shift+Enter breaks the line; on a touch screen Enter breaks it, and the button sends, as ⌘ or Ctrl
 * and Enter do everywhere. ↑ in the empty box brings back the last question.
 */
export function Composer({ id, model, onSend, eager }: Props) {
  const { chat, busy } = useTalk();
  const touch = useMedia(TOUCH);
  // From its first message on, although the address may take a moment to follow.
  const here = id ?? chats.begun(chat);
  const [text, setText, isFound] = draft.useDraft(here);
  const asked = chat.messages.findLast(({ role }) => role === "user");
  const box = useRef<HTMLTextAreaElement>(null);
  useTakeOver(box, text, setText);
  useLayoutEffect(() => {
    if (eager) focus(box.current);
  }, [eager]);
  const tooLong = lengthOf(text.trim()) > limits.message;
  const sendable = !busy && !tooLong && !isBlank(text);

  function send() {
    if (!sendable) return;
    setText("");
    onSend();
    void chats.send(chat, text.trim());
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if ((isChord(event.nativeEvent, "Enter") && !touch) || isChord(event.nativeEvent, "mod+Enter")) {
      event.preventDefault();
      send();
    }
    if (isChord(event.nativeEvent, "ArrowUp") && text === "" && asked) {
      event.preventDefault();
      setText(textOf(asked));
    }
  }

  return (
    <form
      className="mx-3 mb-3 rounded border print:hidden border-line bg-lift px-3 pt-3.5 pb-3 pointer-coarse:pt-1 shadow-float transition-colors focus-within:border-accent"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="max-h-[40vh] overflow-y-auto">
        <GrowingTextarea
          ref={box}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
          placeholder="Ask, or say what to change"
          aria-label="Message the assistant"
          aria-invalid={tooLong}
          enterKeyHint={touch ? "enter" : "send"}
          className="bg-transparent outline-none placeholder:text-soft pointer-coarse:min-h-11 pointer-coarse:py-3"
        />
      </div>
      <OtherDrafts field={draft.fieldOf(here)} known={[text]} />
      <div className="mt-3 flex items-center gap-2">
        <ModelName model={model} />
        <span className="flex-1" />
        <FieldNote text={text} max={limits.message} isFound={isFound && text !== ""} onDiscard={() => setText("")} />
        {busy ? (
          <IconButton icon={Square} label="Stop" tone="primary" onClick={() => void chats.stop(chat)} />
        ) : (
          <IconButton
            icon={ArrowUp}
            label="Send"
            keys={touch ? "mod+Enter" : "Enter"}
            tone="primary"
            type="submit"
            aria-disabled={!sendable}
          />
        )}
      </div>
    </form>
  );
}
