import type { Metadata } from "next";
import { Suspense } from "react";
import { asked } from "@/app/(app)/asked";
import { counts } from "@/app/(app)/beside";
import { knowing } from "@/app/(app)/knowing";
import { Listed } from "@/app/(app)/listed";
import { Opened } from "@/app/(app)/opened";
import { amount } from "@/components/shell/amount";
import { AddPrompt } from "@/components/tasks/add-prompt";
import { longDay } from "@/components/tasks/long-day";
import { View } from "@/components/tasks/view";
import { DoneNote } from "@/components/tasks/view-foot";
import { ViewTools } from "@/components/tasks/view-tools";
import { Empty } from "@/components/ui/empty";
import { today } from "@/language/calendar";

export const metadata: Metadata = { title: "Today" };

export default function TodayPage({ searchParams }: PageProps<"/today">) {
  return (
    <View
      name="Today"
      note={<Suspense>{longToday()}</Suspense>}
      tools={<ViewTools sorted="today" finished />}
      panel={<Opened searchParams={searchParams} />}
    >
      <Listed
        searchParams={searchParams}
        view="today"
        list={{ view: "today" }}
        add="today"
        empty={
          <Empty action={<AddPrompt />}>
            Nothing due today. Tasks you add here are due today unless you type another date.
          </Empty>
        }
        foot={<DoneToday searchParams={searchParams} />}
      />
    </View>
  );
}

async function longToday() {
  const { clock } = await knowing();
  return longDay(today(clock), clock);
}

async function DoneToday({ searchParams }: Pick<PageProps<"/today">, "searchParams">) {
  const [{ doneToday }, { done }] = await Promise.all([counts(), asked(searchParams)]);
  return <DoneNote count={amount(doneToday)} shown={done !== undefined} />;
}
