import type { Metadata } from "next";
import Link from "next/link";
import { Listed } from "@/app/(app)/listed";
import { Opened } from "@/app/(app)/opened";
import { View } from "@/components/tasks/view";
import { ViewTools } from "@/components/tasks/view-tools";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";

export const metadata: Metadata = { title: "Completed" };

const toToday = (
  <Button nativeButton={false} render={<Link href="/today" />}>
    Go to Today
  </Button>
);

export default function CompletedPage({ searchParams }: PageProps<"/completed">) {
  return (
    <View
      name="Completed"
      note="Everything you’ve done, by day"
      tools={<ViewTools />}
      panel={<Opened searchParams={searchParams} />}
    >
      <Listed
        searchParams={searchParams}
        view="completed"
        list={{ view: "completed", parent: "none" }}
        empty={<Empty action={toToday}>Nothing completed yet. Tasks you finish show up here, by day.</Empty>}
      />
    </View>
  );
}
