import type { Metadata } from "next";
import { Listed } from "@/app/(app)/listed";
import { Opened } from "@/app/(app)/opened";
import { AddPrompt } from "@/components/tasks/add-prompt";
import { View } from "@/components/tasks/view";
import { ViewTools } from "@/components/tasks/view-tools";
import { Empty } from "@/components/ui/empty";

export const metadata: Metadata = { title: "All tasks" };

export default function TasksPage({ searchParams }: PageProps<"/tasks">) {
  return (
    <View
      name="All tasks"
      note="Everything that’s open"
      tools={<ViewTools sorted="tasks" finished />}
      panel={<Opened searchParams={searchParams} />}
    >
      <Listed
        searchParams={searchParams}
        view="tasks"
        list={{ view: "open", parent: "none" }}
        add="plain"
        empty={<Empty action={<AddPrompt />}>No open tasks. Everything you add stays here until it’s done.</Empty>}
      />
    </View>
  );
}
