"use client";

import { useEffect, useEffectEvent, useTransition } from "react";
import { backAgain, pause, reachable } from "@/components/shell/reachability";
import { Button } from "@/components/ui/button";

type Props = { error: unknown; retry: () => void };

/** A page that could not be shown: what happened, what is safe, what to do. Where it only has to wait, it tries again by itself. */
export function Trouble({ error, retry }: Props) {
  const [isRetrying, startRetrying] = useTransition();
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  const known = outages[digest ?? ""];
  const { title, text } = known ?? unknown;
  const isKnown = known !== undefined;
  const tryAgain = () => startRetrying(retry);
  const again = useEffectEvent(tryAgain);
  useEffect(() => {
    let isHere = true;
    const ready = digest === "database-away" ? backAgain() : isKnown ? undefined : nextTry();
    ready?.then(() => isHere && again());
    return () => {
      isHere = false;
    };
  }, [digest, isKnown]);
  return (
    <div className="mx-auto flex min-h-[60dvh] w-full max-w-md flex-col items-start justify-center gap-3 px-4 py-16">
      <h1 className="font-semibold text-name">{title}</h1>
      <p className="text-soft">{text}</p>
      <Button tone="primary" size="base" disabled={isRetrying} focusableWhenDisabled onClick={tryAgain}>
        {isRetrying ? "Trying…" : "Try again"}
      </Button>
      {!isKnown && digest && <p className="text-small text-soft">If you report this, include the number {digest}.</p>}
    </div>
  );
}

/** A mistake of ours stays one; what a restart has broken is mended by then. */
const TRIES = 3;
const tries = { count: 0, at: 0 };

function nextTry(): Promise<void> | undefined {
  if (Date.now() - tries.at > 60_000) tries.count = 0;
  tries.at = Date.now();
  return tries.count < TRIES ? pause(tries.count++).then(reachable) : undefined;
}

type Words = { title: string; text: string };

/** By the digest that db/outage.ts or db/limited.ts gives an error. */
const outages: Record<string, Words> = {
  "database-away": {
    title: "Can’t reach the database",
    text: "Everything you saved is safe. This page will come back by itself.",
  },
  limited: {
    title: "Too many requests",
    text: "Wait a moment, then try again. Everything you saved is safe.",
  },
  "database-slow": {
    title: "This took too long",
    text: "Tandem stopped so that nobody else has to wait. Try again, or search for something more specific.",
  },
};

const unknown: Words = {
  title: "Something went wrong",
  text: "This page couldn’t be shown. Everything you saved is safe, but your last change may be missing.",
};
