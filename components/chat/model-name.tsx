"use client";

import { Cpu } from "lucide-react";
import { Popover } from "@/components/ui/popover";

/** Who answers, and how to have somebody else answer. */
export function ModelName({ model }: { model: string }) {
  const trigger = (
    <button type="button" className="flex min-w-0 items-center gap-2 rounded text-small text-soft hover:text-ink">
      <Cpu size={14} strokeWidth={1.75} aria-hidden className="shrink-0" />
      <span className="truncate">{model}</span>
    </button>
  );
  return (
    <Popover trigger={trigger} label="Who answers" className="max-w-72 p-3 text-small">
      <p className="font-medium">{model}</p>
      <p className="mt-1 text-soft">
        {model === "Built-in assistant"
          ? "Works without a key and without a network, and understands plain English about your tasks. To connect a model instead, set "
          : "Named by "}
        <code className="font-mono text-ink">AI_MODEL</code>
        {model === "Built-in assistant"
          ? " and its provider’s key where Tandem is started; the README has the names."
          : " where Tandem was started. Without it, the built-in assistant answers."}
      </p>
    </Popover>
  );
}
