import { cache } from "react";
import { knowing } from "@/app/(app)/knowing";
import { SHOWN_TAGS } from "@/app/(app)/shown-tags";
import { modelName } from "@/assistant/model";
import { requireUser } from "@/auth";
import { Conversations } from "@/components/chat/conversations";
import { Dock } from "@/components/chat/dock";
import { NewConversation } from "@/components/chat/new-conversation";
import { amount, MANY } from "@/components/shell/amount";
import { TagNav } from "@/components/tags/tag-nav";
import * as conversations from "@/db/conversations";
import * as tasks from "@/db/tasks";

/** How much there is of everything, asked once per request. */
export const counts = cache(async () => tasks.counts((await requireUser()).id, { upTo: MANY }));
const recent = cache(async () => {
  const { items } = await conversations.list((await requireUser()).id, { limit: 30 });
  return items.map(({ id, title }) => ({ id, title }));
});

/** How many tasks a view has, for the sidebar. */
export async function Count({ of }: { of: "today" | "upcoming" | "noDate" | "open" }) {
  return amount((await counts())[of]);
}

export async function ListedTags() {
  const { tags } = await knowing();
  return (
    <div>
      <TagNav tags={tags} most={SHOWN_TAGS.sidebar} />
    </div>
  );
}

export async function ListedConversations() {
  return (
    <div>
      <div className="flex h-8 items-center justify-between pr-1 pl-2">
        <h2 className="font-medium text-small text-soft">Conversations</h2>
        <NewConversation />
      </div>
      <Conversations conversations={await recent()} />
    </div>
  );
}

export async function Docked() {
  return <Dock model={modelName()} conversations={await recent()} />;
}
