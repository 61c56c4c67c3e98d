import type { Metadata } from "next";
import Link from "next/link";
import { Suspense } from "react";
import { asked, PAGES } from "@/app/(app)/asked";
import { knowing } from "@/app/(app)/knowing";
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
  const [user, known, { kind, pages, sheet }] = await Promise.all([requireUser(), knowing(), asked(searchParams)]);
  const offset = (sheet - 1) * PAGES * PAGE;
  const { items, more } = await trash.list(user.id, { noun: kind, limit: pages * PAGE, offset });
  return (
    <Known things={known}>
      <TrashList items={items} empty={<Nothing kind={kind} />} />
      <More pages={pages} most={PAGES} next={more ? sheet + 1 : undefined} isStart={sheet === 1} />
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
