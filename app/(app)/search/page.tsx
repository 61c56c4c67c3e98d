import type { Metadata } from "next";
import { Suspense } from "react";
import { asked } from "@/app/(app)/asked";
import { Listed } from "@/app/(app)/listed";
import { Opened } from "@/app/(app)/opened";
import { SearchField } from "@/components/shell/search-field";
import { ListSkeleton } from "@/components/tasks/list-skeleton";
import { View } from "@/components/tasks/view";
import { ViewTools } from "@/components/tasks/view-tools";
import { Empty } from "@/components/ui/empty";
import { Sentence } from "@/components/ui/sentence";
import { sought } from "@/db/tasks/search";

export const metadata: Metadata = { title: "Search" };

type Props = Pick<PageProps<"/search">, "searchParams">;

export default function SearchPage({ searchParams }: PageProps<"/search">) {
  return (
    <View name="Search" tools={<ViewTools />} panel={<Opened searchParams={searchParams} />}>
      <Suspense fallback={<div className="mt-[18px] h-11" />}>
        <SearchField page="/search" label="Search tasks" />
      </Suspense>
      <Suspense fallback={<ListSkeleton />}>
        <Found searchParams={searchParams} />
      </Suspense>
    </View>
  );
}

async function Found({ searchParams }: Props) {
  const { q } = await asked(searchParams);
  if (!q) return <Empty>Search titles and descriptions.</Empty>;
  return (
    <Listed
      searchParams={searchParams}
      view="search"
      list={{ view: "all", q }}
      empty={
        <Empty>
          <Sentence>{`${nothing(q)} Trash isn’t searched.`}</Sentence>
        </Empty>
      }
    />
  );
}

function nothing(q: string): string {
  return sought(q)?.by === "beginning" ? `No words start with “${q}”.` : `No tasks match “${q}”.`;
}
