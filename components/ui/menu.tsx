"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Check, type LucideIcon } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { unlessElsewhere } from "@/components/ui/final-focus";
import { Kbd } from "@/components/ui/kbd";
import { useLandmark } from "@/components/ui/landmark";
import { useLayerRoot } from "@/components/ui/layers";
import { floating } from "@/components/ui/popover";

const row =
  "flex min-h-8 pointer-coarse:min-h-11 cursor-default select-none items-center gap-2.5 rounded px-2.5 text-base text-ink outline-none data-highlighted:bg-shade data-disabled:opacity-50";

type Props = {
  /** The button that opens it. */
  trigger: ReactElement;
  children: ReactNode;
  align?: "start" | "center" | "end";
  /** Finds where the focus goes afterwards, when not to the button that opened it. */
  finalFocus?: () => HTMLElement | null;
};

/** A list of things to do, behind a button. Fill it with `MenuItem`, `MenuChoices` and `MenuLine`. */
export function Menu({ trigger, children, align = "end", finalFocus }: Props) {
  const layer = useLayerRoot();
  const container = useLandmark();
  return (
    <Base.Root {...layer}>
      <Base.Trigger render={trigger} />
      <Base.Portal container={container}>
        <Base.Positioner align={align} sideOffset={4} className="z-40 outline-none">
          <Base.Popup finalFocus={unlessElsewhere(finalFocus)} className={`min-w-44 p-1 ${floating}`}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

type ItemProps = {
  icon?: LucideIcon;
  /** What stands in the icon's place. */
  mark?: ReactNode;
  keys?: string;
  danger?: boolean;
  onClick: () => void;
  children: ReactNode;
};

export function MenuItem({ icon: Icon, mark, keys, danger, onClick, children }: ItemProps) {
  return (
    <Base.Item className={`${row} ${danger ? "text-late" : ""}`} onClick={onClick}>
      {Icon && <Icon size={16} strokeWidth={1.75} aria-hidden className={danger ? "" : "text-soft"} />}
      {mark && <span className="flex w-4 justify-center text-soft">{mark}</span>}
      <span dir="auto" className="flex-1 truncate text-left">
        {children}
      </span>
      {keys && <Kbd>{keys}</Kbd>}
    </Base.Item>
  );
}

type ChoicesProps<T extends string> = {
  label: string;
  value: T;
  choices: ReadonlyArray<{ value: T; label: string; icon?: ReactNode }>;
  onChange: (value: T) => void;
};

/** One of several, ticked. */
export function MenuChoices<T extends string>({ label, value, choices, onChange }: ChoicesProps<T>) {
  return (
    <Base.RadioGroup value={value} onValueChange={onChange} aria-label={label}>
      {choices.map((choice) => (
        <Base.RadioItem key={choice.value} value={choice.value} className={row} closeOnClick>
          {choice.icon}
          <span className="flex-1 truncate">{choice.label}</span>
          <Base.RadioItemIndicator>
            <Check size={14} aria-hidden className="text-accent-ink" />
          </Base.RadioItemIndicator>
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  );
}

export function MenuLine() {
  return <Base.Separator className="m-1 border-line border-t" />;
}
