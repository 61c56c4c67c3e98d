"use client";

import { type ComponentProps, useId, useLayoutEffect, useRef, useState } from "react";

type Props = Omit<ComponentProps<"textarea">, "value" | "className"> & { value: string; className?: string };

/** Several lines, as high as their words in every browser: an unseen copy of the words in the same cell makes the room. */
export function GrowingTextarea({ value, className = "", placeholder, id, ...props }: Props) {
  const cell = "col-start-1 row-start-1 min-w-0 whitespace-pre-wrap [overflow-wrap:anywhere]";
  return (
    <div className="grid">
      <textarea
        id={useTyped(id)}
        rows={1}
        dir="auto"
        autoComplete="off" // a browser would put back what it had at a reload, which may be older than what is saved
        value={value}
        placeholder={placeholder}
        className={`${cell} field-text resize-none overflow-hidden ${className}`}
        {...props}
      />
      <div
        aria-hidden
        dir="auto"
        className={`${cell} field-text invisible ${className}`}
      >{`${value || (placeholder ?? "")} `}</div>
    </div>
  );
}

/**
 * As React takes over a textarea that the server drew, it puts back the server's words (`initTextarea` in react-dom), where it leaves
 * those of an input alone. What was typed is put in again, for the one who renders it to take over.
 * @returns the id that the textarea needs.
 */
function useTyped(given: string | undefined): string {
  const made = useId();
  const id = given ?? made;
  const [typed] = useState(() => (typeof document === "undefined" ? undefined : fieldOf(id)?.value));
  const isPutIn = useRef(false);
  useLayoutEffect(() => {
    const field = fieldOf(id);
    if (field && typed !== undefined && !isPutIn.current) field.value = typed;
    isPutIn.current = true;
  }, [id, typed]);
  return id;
}

const fieldOf = (id: string) => document.getElementById(id) as HTMLTextAreaElement | null;
