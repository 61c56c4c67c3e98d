"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import type { Undone, Written } from "@/assistant/shapes";
import { listen } from "@/components/chat/news";
import { whatOf } from "@/components/chat/turn";
import { announce, forget } from "@/components/tasks/recent-changes";
import { note } from "@/components/tasks/seen";

/** News comes in bursts, and one refresh shows them all. */
const BURST = 120;

/** Shows beside the conversation what happens in it: written tasks in the list, new titles in the sidebar. Once per tab. */
export function useNews() {
  const router = useRouter();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const deaf = listen((news) => {
      if (news.kind === "deleted") return; // the one who deleted it refreshes
      if (news.kind === "wrote") show(news.written);
      if (news.kind === "took back") unshow(news.undone);
      clearTimeout(timer);
      timer = setTimeout(() => router.refresh(), BURST);
    });
    return () => {
      deaf();
      clearTimeout(timer);
    };
  }, [router]);
}

/** What was taken back is no news any more. */
function unshow({ undone }: Undone) {
  for (const { id, changeId } of undone) forget({ taskId: id, changeId });
}

function show({ done }: Written) {
  for (const each of done) {
    // What was done to a tag has no row to show; the refresh does.
    if (!("task" in each) || !each.changeId) continue;
    const { task, was, changeId, next } = each;
    note(next ? [task, next] : [task]);
    announce({ taskId: task.id, what: whatOf({ task, was }), changeId });
  }
}
