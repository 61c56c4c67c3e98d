import type { Metadata } from "next";
import Link from "next/link";
import { Suspense } from "react";
import { asked } from "@/app/(app)/asked";
import { knowing } from "@/app/(app)/knowing";
import { requireUser } from "@/auth";
import { ConversationList } from "@/components/chat/conversation-list";
import { Known } from "@/components/shell/known";
import { SearchField } from "@/components/shell/search-field";
import { ListSkeleton } from "@/components/tasks/list-skeleton";
import { View } from "@/components/tasks/view";
import { More } from "@/components/tasks/view-foot";
import { ViewTools } from "@/components/tasks/view-tools";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { listInput } from "@/db/conversation-input";
import * as conversations from "@/db/conversations";

export const metadata: Metadata = { title: "Conversations" };

type Props = PageProps<"/conversations">;

export default function ConversationsPage({ searchParams }: Props) {
  return (
    <View name="Conversations" tools={<ViewTools />}>
      <Suspense>
        <SearchField page="/conversations" label="Search conversations" />
      </Suspense>
      <Suspense fallback={<ListSkeleton />}>
        <Rows searchParams={searchParams} />
      </Suspense>
    </View>
  );
}

async function Rows({ searchParams }: Pick<Props, "searchParams">) {
  const [user, known, { q, from }] = await Promise.all([requireUser(), knowing(), asked(searchParams)]);
  // An address that names no place in the list begins it anew.
  const cursor = listInput.safeParse({ cursor: from }).success ? from : undefined;
  const { items, nextCursor } = await conversations.list(user.id, { q, cursor });
  return (
    <Known things={known}>
      <ConversationList conversations={items} query={q} empty={<Nothing q={q} />} />
      <More pages={1} most={1} next={nextCursor ?? undefined} isStart={!cursor} />
    </Known>
  );
}

function Nothing({ q }: { q: string }) {
  const begin = (
    <Button nativeButton={false} render={<Link href="/chat" />}>
      New chat
    </Button>
  );
  if (q) return <Empty>{`No conversations match “${q}”.`}</Empty>;
  return <Empty action={begin}>No conversations yet.</Empty>;
}
