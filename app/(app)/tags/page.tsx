import type { Metadata } from "next";
import { Suspense } from "react";
import { asked } from "@/app/(app)/asked";
import { knowing } from "@/app/(app)/knowing";
import { SHOWN_TAGS } from "@/app/(app)/shown-tags";
import { requireUser } from "@/auth";
import { MANY } from "@/components/shell/amount";
import { Known } from "@/components/shell/known";
import { SearchField } from "@/components/shell/search-field";
import { TagNav } from "@/components/tags/tag-nav";
import { ListSkeleton } from "@/components/tasks/list-skeleton";
import { View } from "@/components/tasks/view";
import { More } from "@/components/tasks/view-foot";
import { ViewTools } from "@/components/tasks/view-tools";
import { Empty } from "@/components/ui/empty";
import * as tags from "@/db/tags";

export const metadata: Metadata = { title: "Tags" };

type Props = Pick<PageProps<"/tags">, "searchParams">;

/** All tags, for those who have more than the sidebar shows. */
export default function TagsPage({ searchParams }: Props) {
  return (
    <View name="Tags" tools={<ViewTools />}>
      <Suspense>
        <SearchField page="/tags" label="Search tags" />
      </Suspense>
      <Suspense fallback={<ListSkeleton />}>
        <Found searchParams={searchParams} />
      </Suspense>
    </View>
  );
}

async function Found({ searchParams }: Props) {
  const [user, known, { q, sheet }] = await Promise.all([requireUser(), knowing(), asked(searchParams)]);
  const { items, more } = await tags.search(user.id, { q, page: sheet, limit: SHOWN_TAGS.page, upTo: MANY });
  if (items.length === 0) return <Empty>{q ? `No tags match “${q}”.` : "You have no tags yet."}</Empty>;
  return (
    <Known things={known}>
      <div className="-mx-2 mt-4">
        <TagNav tags={items} />
      </div>
      <More pages={1} most={1} next={more ? sheet + 1 : undefined} isStart={sheet === 1} />
    </Known>
  );
}
