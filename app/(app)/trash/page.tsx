import type { Metadata } from "next";
import Link from "next/link";
import { Listed } from "@/app/(app)/listed";
import { View } from "@/components/tasks/view";
import { ViewTools } from "@/components/tasks/view-tools";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";

export const metadata: Metadata = { title: "Trash" };

const toTasks = (
  <Button nativeButton={false} render={<Link href="/tasks" />}>
    Go to All tasks
  </Button>
);

export default function TrashPage({ searchParams }: PageProps<"/trash">) {
  return (
    <View name="Trash" note="Kept for 30 days, then gone for good" tools={<ViewTools />}>
      <Listed
        searchParams={searchParams}
        view="trash"
        list={{ view: "trash" }}
        empty={<Empty action={toTasks}>The trash is empty. What you delete can be brought back from here.</Empty>}
      />
    </View>
  );
}
