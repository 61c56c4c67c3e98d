"use client";

import { focusBox } from "@/components/chat/focus";
import { useTalk } from "@/components/chat/talk";

/** Each of these is something that the built-in assistant does from end to end. */
const suggestions = [
  "What’s due today?",
  "Add buy oat milk tomorrow at 5pm #errands",
  "Move everything overdue to today",
];

/** A conversation that has not begun: what one could say. */
export function Invitation() {
  const { chat } = useTalk();
  return (
    <div className="flex flex-col items-start gap-2 px-4 pt-5 pb-4">
      <p className="mb-1 text-soft">
        Say what you need to do, or ask about your list. You’ll see every change, and you can undo it.
      </p>
      {suggestions.map((text) => (
        <button
          key={text}
          type="button"
          onClick={(event) => {
            focusBox(event.currentTarget);
            void chat.sendMessage({ text });
          }}
          className="rounded border border-line bg-lift px-3 py-2 text-left transition-colors hover:bg-accent-wash hover:text-accent-ink"
        >
          {text}
        </button>
      ))}
    </div>
  );
}
