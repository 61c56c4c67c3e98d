"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import * as chats from "@/components/chat/chats";
import { whatOf } from "@/components/chat/turn";
import { announce } from "@/components/tasks/recent-changes";
import { note } from "@/components/tasks/seen";

/** News comes in bursts, and one refresh shows them all. */
const BURST = 120;

/** Shows beside the conversation what happens in it: written tasks in the list, new titles in the sidebar. Once per tab. */
export function useNews() {
  const router = useRouter();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const deaf = chats.listen((news) => {
      if (news.kind === "wrote") tell(news.written);
      clearTimeout(timer);
      timer = setTimeout(() => router.refresh(), BURST);
    });
    return () => {
      deaf();
      clearTimeout(timer);
    };
  }, [router]);
}

function tell({ done }: Extract<chats.News, { kind: "wrote" }>["written"]) {
  for (const each of done) {
    // What was done to a tag has no row to show; the refresh does.
    if (!("task" in each) || !each.changeId) continue;
    const { task, was, changeId, next } = each;
    note(next ? [task, next] : [task]);
    announce({ taskId: task.id, what: whatOf({ task, was }), changeId });
  }
}
