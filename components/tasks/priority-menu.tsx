"use client";

import type { ReactElement } from "react";
import { rings } from "@/components/tasks/task-check";
import { Menu, MenuChoices } from "@/components/ui/menu";
import type { Task } from "@/db/tasks";

export const priorities = [
  { value: "high", label: "High" },
  { value: "medium", label: "Medium" },
  { value: "low", label: "Low" },
  { value: "none", label: "None" },
] as const;

/** The ring of a priority, as a row's check shows it. */
export function PriorityRing({ priority }: { priority: Task["priority"] }) {
  return <span aria-hidden className={`size-3.5 shrink-0 rounded-full border-[1.25px] ${rings[priority]}`} />;
}

type Props = {
  value: Task["priority"];
  onChange: (priority: Task["priority"]) => void;
  trigger: ReactElement;
  align?: "start" | "end";
  finalFocus?: () => HTMLElement | null;
};

/** Chooses a priority, by the same rings that the rows show. */
export function PriorityMenu({ value, onChange, ...floats }: Props) {
  const choices = priorities.map((choice) => ({ ...choice, icon: <PriorityRing priority={choice.value} /> }));
  return (
    <Menu {...floats}>
      <MenuChoices label="Priority" value={value} choices={choices} onChange={onChange} />
    </Menu>
  );
}
