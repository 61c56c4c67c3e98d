import type { Metadata } from "next";
import { Listed } from "@/app/(app)/listed";
import { Opened } from "@/app/(app)/opened";
import { AddPrompt } from "@/components/tasks/add-prompt";
import { View } from "@/components/tasks/view";
import { ViewTools } from "@/components/tasks/view-tools";
import { Empty } from "@/components/ui/empty";

export const metadata: Metadata = { title: "No date" };

export default function NoDatePage({ searchParams }: PageProps<"/no-date">) {
  return (
    <View
      name="No date"
      note="For whenever you have time"
      tools={<ViewTools sorted="no-date" />}
      panel={<Opened searchParams={searchParams} />}
    >
      <Listed
        searchParams={searchParams}
        view="no-date"
        list={{ view: "no-date", parent: "none" }}
        add="plain"
        empty={
          <Empty action={<AddPrompt />}>No tasks without a date. Add one here, or end any task with “no date”.</Empty>
        }
      />
    </View>
  );
}
