"use client";

import { RotateCw } from "lucide-react";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";

/** A view that could not be shown: what happened, what is safe, what to do. The way around stays. */
export default function ViewError({ retry }: { error: unknown; retry: () => void }) {
  const [retrying, startRetrying] = useTransition();
  return (
    <div className="mx-auto flex w-full max-w-[812px] flex-col items-start gap-3 px-[18px] pt-[26px] md:px-10">
      <h1 className="font-semibold text-name">This can’t be shown right now</h1>
      <p className="text-soft">
        Tandem could not read your tasks. They are safe; what you did last is saved if it said so. It usually works
        again within a minute.
      </p>
      <Button tone="primary" size="base" disabled={retrying} focusableWhenDisabled onClick={() => startRetrying(retry)}>
        <RotateCw size={14} strokeWidth={2} aria-hidden />
        {retrying ? "Trying …" : "Try again"}
      </Button>
    </div>
  );
}
