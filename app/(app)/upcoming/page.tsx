import type { Metadata } from "next";
import { Listed } from "@/app/(app)/listed";
import { Opened } from "@/app/(app)/opened";
import { AddPrompt } from "@/components/tasks/add-prompt";
import { View } from "@/components/tasks/view";
import { ViewTools } from "@/components/tasks/view-tools";
import { Empty } from "@/components/ui/empty";

export const metadata: Metadata = { title: "Upcoming" };

export default function UpcomingPage({ searchParams }: PageProps<"/upcoming">) {
  return (
    <View
      name="Upcoming"
      note="From tomorrow onwards"
      tools={<ViewTools sorted="upcoming" />}
      panel={<Opened searchParams={searchParams} />}
    >
      <Listed
        searchParams={searchParams}
        view="upcoming"
        list={{ view: "upcoming" }}
        add="plain"
        empty={<Empty action={<AddPrompt />}>Nothing coming up. Try adding “Dentist friday 3pm”.</Empty>}
      />
    </View>
  );
}
