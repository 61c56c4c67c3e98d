import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { tagOf } from "@/app/(app)/knowing";
import { Listed } from "@/app/(app)/listed";
import { Opened } from "@/app/(app)/opened";
import { TagDot } from "@/components/tags/tag-dots";
import { AddPrompt } from "@/components/tasks/add-prompt";
import { ListSkeleton } from "@/components/tasks/list-skeleton";
import { View } from "@/components/tasks/view";
import { ViewTools } from "@/components/tasks/view-tools";
import { Empty } from "@/components/ui/empty";
import { Skeleton } from "@/components/ui/skeleton";

type Props = PageProps<"/tags/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await of(params))?.name ?? "Tag" };
}

export default function TagPage({ params, searchParams }: Props) {
  return (
    <View
      name={
        <Suspense fallback={<Skeleton className="h-6 w-32" />}>
          <Name params={params} />
        </Suspense>
      }
      tools={<ViewTools sorted="tag" finished />}
      panel={<Opened searchParams={searchParams} />}
    >
      <Suspense fallback={<ListSkeleton quickAdd />}>
        <Tagged params={params} searchParams={searchParams} />
      </Suspense>
    </View>
  );
}

async function Name({ params }: Pick<Props, "params">) {
  const tag = await of(params);
  return (
    tag && (
      <>
        <TagDot color={tag.color} className="size-3" />
        <bdi className="truncate">{tag.name}</bdi>
      </>
    )
  );
}

async function Tagged({ params, searchParams }: Props) {
  const tag = await of(params);
  if (!tag) notFound();
  return (
    <Listed
      searchParams={searchParams}
      view="tag"
      list={{ view: "open", tag: tag.id }}
      add="tag"
      empty={
        <Empty action={<AddPrompt />}>
          No open tasks are tagged “<bdi>{tag.name}</bdi>”. What you add here is, and so is any task with{" "}
          <bdi>#{tag.name}</bdi> in it.
        </Empty>
      }
    />
  );
}

const of = async (params: Props["params"]) => tagOf((await params).id);
