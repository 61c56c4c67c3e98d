"use client";

import { type ComponentProps, useId, useLayoutEffect, useState } from "react";

type Props = Omit<ComponentProps<"textarea">, "value" | "className"> & { value: string; className?: string };

/** Several lines, as high as their words in every browser: an unseen copy of the words in the same cell makes the room. */
export function GrowingTextarea({ value, className = "", placeholder, id, ...props }: Props) {
  const made = useId();
  const typed = useTyped(id ?? made);
  const cell = "col-start-1 row-start-1 min-w-0 whitespace-pre-wrap [overflow-wrap:anywhere]";
  return (
    <div className="grid">
      <textarea
        id={id ?? made}
        rows={1}
        dir="auto"
        autoComplete="off" // a browser would put back what it had at a reload, which may be older than what is saved
        value={typed ?? value}
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
 * What was typed into the textarea that the server drew, while React takes it over. It puts in the value that it is rendered with
 * (`initTextarea` in react-dom), each time that it renders it, where it leaves the words of an input alone: with these, they stay, for the
 * one who renders it to take over.
 * @returns nothing once React has the textarea.
 */
function useTyped(id: string): string | undefined {
  const [typed, setTyped] = useState(() => (typeof document === "undefined" ? undefined : fieldOf(id)?.value));
  useLayoutEffect(() => setTyped(undefined), []);
  return typed;
}

const fieldOf = (id: string) => document.getElementById(id) as HTMLTextAreaElement | null;
