"use client";

import { Cpu } from "lucide-react";
import { Popover } from "@/components/ui/popover";

/** Who answers. */
export function ModelName({ model }: { model: string }) {
  const trigger = (
    <button type="button" className="flex min-w-0 items-center gap-2 rounded text-small text-soft hover:text-ink">
      <Cpu size={14} strokeWidth={1.75} aria-hidden className="shrink-0" />
      <span className="truncate">{model}</span>
    </button>
  );
  return (
    <Popover trigger={trigger} label="About the assistant" className="max-w-72 p-3 text-small">
      <p className="font-medium">{model}</p>
      <p className="mt-1 text-soft">
        {model === "Built-in assistant"
          ? "Part of Tandem: it understands plain English about your tasks, and nothing you write leaves this server."
          : "Answers your messages. It gets this conversation and the tasks it looks up."}
      </p>
    </Popover>
  );
}
