"use client";

import { type MouseEvent, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";

const PATH = "/settings/export";

/** Downloads everything of the user's; where that cannot be now, it says why and stays on the page. */
export function ExportButton() {
  const [problem, setProblem] = useState<string>();
  const [isAsking, startAsking] = useTransition();

  function download(event: MouseEvent) {
    event.preventDefault();
    if (isAsking) return;
    startAsking(async () => {
      const trouble = await ask();
      setProblem(trouble);
      if (!trouble) window.location.assign(PATH); // an attachment: the page stays
    });
  }

  return (
    <div className="flex flex-col items-start gap-2">
      <Button size="base" nativeButton={false} render={<a href={PATH} download onClick={download} />}>
        Download everything
      </Button>
      {problem && (
        <p role="alert" className="text-late text-small">
          {problem}
        </p>
      )}
    </div>
  );
}

async function ask(): Promise<string | undefined> {
  const answer = await fetch(PATH, { method: "HEAD" }).catch(() => undefined);
  if (answer?.ok) return undefined;
  if (answer?.status === 429) return "A download is already in progress. Try again when it’s done.";
  return "Your data can’t be downloaded right now. Try again in a moment.";
}
