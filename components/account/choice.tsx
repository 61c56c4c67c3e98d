"use client";

import { Field as Base } from "@base-ui/react/field";
import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Field } from "@/components/ui/field";
import { boxed } from "@/components/ui/input";

type Props = {
  label: string;
  name: string;
  defaultValue: string;
  error?: string | undefined;
  hint?: string;
  children: ReactNode;
};

/** One of a list, by the browser's own control; `children` are its options. */
export function Choice({ label, name, defaultValue, error, hint, children }: Props) {
  return (
    <Field label={label} error={error} hint={hint}>
      <div className="relative">
        <Base.Control
          render={
            <select name={name} defaultValue={defaultValue}>
              {children}
            </select>
          }
          className={`h-9 appearance-none pr-9 max-sm:h-11 ${boxed}`}
        />
        <ChevronDown
          size={16}
          aria-hidden
          className="pointer-events-none absolute inset-y-0 right-3 my-auto text-soft"
        />
      </div>
    </Field>
  );
}
