"use client";

import { Check } from "lucide-react";
import type { Task } from "@/db/tasks";

/** What a priority looks like around a check. */
export const rings = {
  high: "border-high bg-high/12",
  medium: "border-medium bg-medium/15",
  low: "border-low bg-low/12",
  none: "border-faint",
} as const;

const words = { high: "high priority", medium: "medium priority", low: "low priority", none: "" } as const;

type Props = {
  task: Pick<Task, "title" | "priority" | "completed">;
  onChange: (completed: boolean) => void;
  disabled?: boolean;
  tabIndex?: number;
  className?: string;
};

/** A task's round check; its ring and wash say the priority. */
export function TaskCheck({ task, onChange, disabled, tabIndex, className = "" }: Props) {
  const { title, priority, completed } = task;
  return (
    // biome-ignore lint/a11y/useSemanticElements: an input cannot hold the drawn check, and Space and Enter both must work
    <button
      type="button"
      role="checkbox"
      aria-checked={completed}
      aria-label={`Complete ${title}`}
      aria-description={words[priority] || undefined}
      aria-keyshortcuts="x"
      disabled={disabled}
      tabIndex={tabIndex}
      onClick={() => onChange(!completed)}
      className={`relative flex size-[18px] shrink-0 items-center justify-center rounded-full border-[1.25px] transition-colors before:absolute before:-inset-[7px] before:content-[''] ${
        completed ? "border-accent bg-accent text-on-accent" : `${rings[priority]} text-transparent hover:text-soft`
      } ${className}`}
    >
      <Check size={11} strokeWidth={2.5} aria-hidden />
    </button>
  );
}
