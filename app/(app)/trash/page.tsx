import type { Metadata } from "next";
import Link from "next/link";
import { Suspense } from "react";
import { asked, PAGES } from "@/app/(app)/asked";
import { knowing } from "@/app/(app)/knowing";
import { cursorOf } from "@/app/(app)/rows";
import { requireUser } from "@/auth";
import { Known } from "@/components/shell/known";
import { ListSkeleton } from "@/components/tasks/list-skeleton";
import { View } from "@/components/tasks/view";
import { More } from "@/components/tasks/view-foot";
import { ViewTools } from "@/components/tasks/view-tools";
import { KindMenu } from "@/components/trash/kind-menu";
import { TrashList } from "@/components/trash/trash-list";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { RETENTION } from "@/db/retention";
import * as trash from "@/db/trash";

export const metadata: Metadata = { title: "Trash" };

type Props = PageProps<"/trash">;

const PAGE = 50;

export default function TrashPage({ searchParams }: Props) {
  const tools = (
    <>
      <KindMenu />
      <ViewTools />
    </>
  );
  return (
    <View name="Trash" note={`Deleted permanently after ${RETENTION} days`} tools={tools}>
      <Suspense fallback={<ListSkeleton />}>
        <Rows searchParams={searchParams} />
      </Suspense>
    </View>
  );
}

async function Rows({ searchParams }: Pick<Props, "searchParams">) {
  const [user, known, { kind, pages, from }] = await Promise.all([requireUser(), knowing(), asked(searchParams)]);
  const cursor = cursorOf({ view: "trash" }, from);
  const { items, nextCursor } = await trash.list(user.id, { noun: kind, cursor, limit: pages * PAGE });
  return (
    <Known things={known}>
      <TrashList items={items} empty={<Nothing kind={kind} />} />
      <More pages={pages} most={PAGES} next={nextCursor ?? undefined} isStart={cursor === undefined} />
    </Known>
  );
}

function Nothing({ kind }: { kind: trash.Noun | undefined }) {
  const href = kind ? "/trash" : "/tasks";
  const wayOn = (
    <Button nativeButton={false} render={<Link href={href} />}>
      {kind ? "Show everything" : "Go to All tasks"}
    </Button>
  );
  return (
    <Empty action={wayOn}>
      {kind ? `No ${kind}s in Trash.` : "Trash is empty. You can restore anything you delete from here."}
    </Empty>
  );
}
