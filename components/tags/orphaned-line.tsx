"use client";

import { useParams, useRouter } from "next/navigation";
import * as drafts from "@/components/shell/drafts";
import { OrphanedDrafts } from "@/components/shell/orphaned-drafts";
import { useDrafts } from "@/components/shell/use-draft";

/** What was to be added to a tag whose page is not there any more. */
export function OrphanedLine() {
  const { id } = useParams<{ id: string }>();
  const router = useRouter();
  const here = `add /tags/${id}`;
  return (
    <OrphanedDrafts
      found={useDrafts(here)}
      step={{
        label: "Use in All tasks",
        act: ({ field }) => {
          drafts.rename(field, `add /tasks${field.slice(here.length)}`);
          router.push("/tasks");
        },
      }}
    />
  );
}
