"use client";

import { useEffect, useEffectEvent, useTransition } from "react";
import { Button } from "@/components/ui/button";

type Props = { error: unknown; retry: () => void };

/** A page that could not be shown: what happened, what is safe, what to do. Where it only has to wait, it does so by itself. */
export function Trouble({ error, retry }: Props) {
  const [isRetrying, startRetrying] = useTransition();
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  const known = outages[digest ?? ""];
  const { title, text, passes } = known ?? unknown;
  const tryAgain = () => startRetrying(retry);
  useHealth(passes === true, tryAgain);
  return (
    <div className="mx-auto flex min-h-[60dvh] w-full max-w-md flex-col items-start justify-center gap-3 px-4 py-16">
      <h1 className="font-semibold text-name">{title}</h1>
      <p className="text-soft">{text}</p>
      <Button tone="primary" size="base" disabled={isRetrying} focusableWhenDisabled onClick={tryAgain}>
        {isRetrying ? "Trying …" : "Try again"}
      </Button>
      {!known && digest && <p className="text-small text-soft">If you report this, give the number {digest}.</p>}
    </div>
  );
}

/** In milliseconds. */
const LOOK_EVERY = 2_000;

/** Asks the server how it is until it is well again, and then calls `act`. */
function useHealth(isWanted: boolean, act: () => void) {
  const onWell = useEffectEvent(act);
  useEffect(() => {
    if (!isWanted) return;
    const stop = new AbortController();
    const look = async () => {
      const answer = await fetch("/api/health", { cache: "no-store", signal: stop.signal }).catch(() => undefined);
      if (answer?.ok && !stop.signal.aborted) onWell();
    };
    const timer = setInterval(look, LOOK_EVERY);
    return () => {
      clearInterval(timer);
      stop.abort();
    };
  }, [isWanted]);
}

type Words = {
  title: string;
  text: string;
  /** Whether it goes away by itself, and the page may look for it. */
  passes?: true;
};

/** By the digest that db/outage.ts or db/limited.ts gives an error. */
const outages: Record<string, Words> = {
  "database-away": {
    title: "Tandem cannot reach its database",
    text: "Everything you saved is safe. This page comes back by itself as soon as the database does.",
    passes: true,
  },
  limited: {
    title: "That was a lot at once",
    text: "Wait a moment, then try again. Everything that was saved is safe.",
  },
  "database-slow": {
    title: "This took too long",
    text: "Tandem stopped looking so that nobody else has to wait. Try again, or search for something longer.",
  },
};

const unknown: Words = {
  title: "Something went wrong",
  text: "This page could not be shown. Everything that was saved is safe; what you did last may not have been.",
};
