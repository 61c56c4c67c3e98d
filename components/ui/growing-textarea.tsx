import type { ComponentProps } from "react";

type Props = Omit<ComponentProps<"textarea">, "value" | "className"> & { value: string; className?: string };

/** Several lines, as high as their words in every browser: an unseen copy of the words in the same cell makes the room. */
export function GrowingTextarea({ value, className = "", placeholder, ...props }: Props) {
  const cell = "col-start-1 row-start-1 min-w-0 whitespace-pre-wrap [overflow-wrap:anywhere]";
  return (
    <div className="grid">
      <textarea
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
