"use client";

import type { Route } from "next";
import Link from "next/link";
import { type ReactNode, useRef } from "react";
import { snippet } from "@/components/chat/snippet";
import { useKnown } from "@/components/shell/known";
import { useListKeys } from "@/components/tasks/list-keys";
import { frame, hairline } from "@/components/tasks/task-row";
import { useCurrentRow } from "@/components/tasks/use-current-row";
import type { FoundConversation } from "@/db/conversations";
import { describeDay, today } from "@/language/calendar";

type Props = { conversations: FoundConversation[]; query: string; empty: ReactNode };

/** Conversations as a list to look through: title, where the words that were looked for were said, and the day. */
export function ConversationList({ conversations, query, empty }: Props) {
  const { clock } = useKnown();
  const list = useRef<HTMLUListElement>(null);
  // Nothing here is moved by hand.
  useListKeys(list, () => false);
  const { current, handlers } = useCurrentRow(
    list,
    conversations.map(({ id }) => id),
  );
  if (conversations.length === 0) return empty;
  return (
    <ul ref={list} {...handlers} aria-label="Conversations" className="mt-6 border-line border-t">
      {conversations.map(({ id, title, updatedAt, found }) => (
        <li key={id} data-row={id} className={`${frame} ${hairline}`}>
          <Link
            href={`/chat/${id}` as Route}
            data-title
            aria-keyshortcuts="e"
            tabIndex={id === current ? 0 : -1}
            className="min-w-0 flex-1 py-2 after:absolute after:inset-0 after:rounded focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:-outline-offset-2"
          >
            <span dir="auto" className="block truncate">
              {title}
            </span>
            {found && (
              <span dir="auto" className="block truncate text-small text-soft">
                {snippet(found, query)}
              </span>
            )}
          </Link>
          <span className="shrink-0 text-small text-soft">
            {describeDay(today({ ...clock, now: updatedAt }), clock)}
          </span>
        </li>
      ))}
    </ul>
  );
}
