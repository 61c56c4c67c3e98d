"use client";

import { useTransition } from "react";
import { Button } from "@/components/ui/button";

type Props = { error: unknown; retry: () => void };

/** A page that could not be shown: what happened, what is safe, what to do. */
export function Trouble({ error, retry }: Props) {
  const [isRetrying, startRetrying] = useTransition();
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  const { title, text } = digest === "database-away" ? away : digest === "limited" ? limited : unknown;
  return (
    <div className="mx-auto flex min-h-[60dvh] w-full max-w-md flex-col items-start justify-center gap-3 px-4 py-16">
      <h1 className="font-semibold text-name">{title}</h1>
      <p className="text-soft">{text}</p>
      <Button
        tone="primary"
        size="base"
        disabled={isRetrying}
        focusableWhenDisabled
        onClick={() => startRetrying(retry)}
      >
        {isRetrying ? "Trying …" : "Try again"}
      </Button>
      {title === unknown.title && digest && (
        <p className="text-small text-soft">If you report this, give the number {digest}.</p>
      )}
    </div>
  );
}

const away = {
  title: "Tandem cannot reach its database",
  text: "Everything that was saved is safe. It usually comes back within a minute, and this page works again then; nothing needs to be restarted.",
};

const limited = {
  title: "That was a lot at once",
  text: "Wait a moment, then try again. Everything that was saved is safe.",
};

const unknown = {
  title: "Something went wrong",
  text: "This page could not be shown. Everything that was saved is safe; what you did last may not have been.",
};
