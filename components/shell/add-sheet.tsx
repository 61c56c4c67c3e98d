"use client";

import { useParams, usePathname } from "next/navigation";
import { addSheet } from "@/components/shell/floats";
import { useKnown } from "@/components/shell/known";
import { QuickAdd } from "@/components/tasks/quick-add";
import { Sheet } from "@/components/ui/sheet";
import { today } from "@/language/calendar";

/** Quick add from anywhere: the tab in the middle of a phone, and pages that have no field of their own. */
export function AddSheet() {
  return (
    <Sheet title="Add a task" side="line" handle={addSheet}>
      <div className="@container/list px-[18px] pb-4">
        <Here />
      </div>
    </Sheet>
  );
}

/** What is added from a page gets what its own field would give it. */
function Here() {
  const { clock, tags } = useKnown();
  const path = usePathname();
  const { id } = useParams<{ id?: string }>();
  const tag = path.startsWith("/tags/") ? tags.find((one) => one.id === id) : undefined;
  return <QuickAdd autoFocus tools defaults={path === "/today" ? { dueDate: today(clock) } : { tag }} />;
}
