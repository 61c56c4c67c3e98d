"use client";

import { Field as Base } from "@base-ui/react/field";
import type { ReactNode } from "react";

type Props = {
  label: string;
  /** Kept for screen readers when the surroundings say it already. */
  labelHidden?: boolean;
  hint?: ReactNode;
  /** What is wrong with what was typed; read out, and tied to the control. */
  error?: string | undefined;
  name?: string;
  children: ReactNode;
  className?: string;
};

/** A control with its label, its hint and its error. */
export function Field({ label, labelHidden, hint, error, name, children, className = "" }: Props) {
  return (
    <Base.Root name={name} invalid={Boolean(error)} className={`flex flex-col gap-1.5 ${className}`}>
      <Base.Label className={labelHidden ? "sr-only" : "font-medium text-small text-soft"}>{label}</Base.Label>
      {children}
      {hint && !error && <Base.Description className="text-small text-soft">{hint}</Base.Description>}
      <Base.Error match={Boolean(error)} role="alert" className="text-late text-small">
        {error}
      </Base.Error>
    </Base.Root>
  );
}
