import { CalendarClock, CalendarDays, Check, CornerDownLeft, Plus, Repeat, Sparkles, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { DemoDay } from "@/components/account/demo-day";
import { answers, said } from "@/components/account/demo-script";

/** A still life of the app: quick add marks what it understood, and the assistant's work shows in the list beside it. */
export function Demo() {
  return (
    <figure
      role="img"
      aria-label="Today’s list next to the assistant. “Call mum tomorrow 5pm #family !high” is being typed, with its date, tag and priority highlighted. From one sentence, the assistant has added the shopping and moved a task to tomorrow. Both changes can be undone."
      className="grid overflow-hidden rounded border border-line bg-paper text-left shadow-float md:grid-cols-[1fr_340px]"
    >
      <div aria-hidden className="min-w-0 px-4 py-5 sm:px-8 sm:py-7">
        <p className="font-semibold text-name">Today</p>
        <QuickAdd />
        <Heading name="Today" count={5} />
        <Row title="Write the discussion section" tag="thesis" due="10:00" priority="high" />
        <Row title="Water the ferns" tag="home" due="Every 3 days" repeats />
        <Row title="Buy oat milk, rye bread, lemons" tag="errands" due="17:00" added />
        <Row title="Book the dentist for Nora" tag="family" priority="medium" />
        <Row title="Pick up the parcel before six" tag="errands" due="18:00" />
        <Row title="Reply to Ines about Porto" tag="family" done />
      </div>
      <div
        aria-hidden
        className="flex flex-col gap-4 border-line bg-shade px-4 py-5 sm:px-5 max-md:border-t md:border-l md:py-7"
      >
        <p className="ml-10 rounded rounded-br-none bg-accent-wash px-3 py-2">{said}</p>
        {answers.map((parts) => (
          <p key={parts.join()}>
            {parts.map((part) => (typeof part === "number" ? <DemoDay key={part} in={part} /> : part))}
          </p>
        ))}
        <div className="rounded border border-line bg-lift shadow-float">
          <Change icon={<Plus size={14} />} title="Buy oat milk, rye bread, lemons" to="17:00" />
          <Change icon={<CalendarClock size={14} />} title="Redraw figure 3" from="Today" to="Tomorrow" />
          <p className="flex items-center gap-2 px-3 py-2 text-small">
            <Undo2 size={14} className="text-accent-ink" />
            <span className="font-medium text-accent-ink">Undo this turn</span>
            <span className="ml-auto text-soft">2 changes</span>
          </p>
        </div>
      </div>
    </figure>
  );
}

function QuickAdd() {
  return (
    <p className="mt-4 flex h-11 items-center gap-2 rounded border border-accent bg-lift px-3 outline-3 outline-accent-wash">
      <Plus size={16} className="shrink-0 text-accent-ink" />
      <span className="truncate">
        Call mum <Mark>tomorrow 5pm</Mark> <Mark>#family</Mark> <Mark>!high</Mark>
      </span>
      <span className="ml-auto flex shrink-0 items-center gap-2 text-small text-soft max-sm:hidden">
        <CalendarDays size={14} />
        <span>
          <DemoDay in={1} />, 17:00
        </span>
        <CornerDownLeft size={14} />
      </span>
    </p>
  );
}

function Mark({ children }: { children: string }) {
  return (
    <span className="rounded-[4px] bg-accent-wash px-0.5 py-0.5 sm:px-1 font-medium text-accent-ink">{children}</span>
  );
}

function Heading({ name, count }: { name: string; count: number }) {
  return (
    <p className="mt-6 flex items-baseline gap-2.5 border-line border-b pb-1.5 text-label">
      <span className="font-semibold">{name}</span>
      <span className="text-soft">{count}</span>
    </p>
  );
}

const dots = {
  family: "bg-[oklch(0.66_0.17_10)]",
  home: "bg-[oklch(0.75_0.14_75)]",
  thesis: "bg-[oklch(0.62_0.16_295)]",
  errands: "bg-[oklch(0.66_0.11_190)]",
} as const;

const rings = { high: "border-high bg-high/12", medium: "border-medium bg-medium/15", none: "border-faint" } as const;

type RowProps = {
  title: string;
  tag: keyof typeof dots;
  due?: string;
  priority?: keyof typeof rings;
  repeats?: boolean;
  added?: boolean;
  done?: boolean;
};

function Row({ title, tag, due, priority = "none", repeats, added, done }: RowProps) {
  return (
    <p
      className={`relative -mx-2 flex min-h-(--row) items-center gap-2.5 rounded px-2 after:absolute after:right-2 after:bottom-0 after:left-[37px] after:h-px after:bg-line last:after:hidden ${added ? "bg-linear-to-r from-accent-wash to-60% to-transparent" : ""}`}
    >
      <span
        className={`flex size-[18px] shrink-0 items-center justify-center rounded-full border-[1.25px] ${done ? "border-accent bg-accent text-on-accent" : rings[priority]}`}
      >
        {done && <Check size={11} strokeWidth={2.5} />}
      </span>
      <span className={`min-w-0 flex-1 truncate ${done ? "text-soft line-through" : ""}`}>{title}</span>
      {added && (
        <span className="flex shrink-0 items-center gap-1.5 text-accent-ink text-small max-sm:hidden">
          <Sparkles size={14} />
          Added <span className="underline underline-offset-2">Undo</span>
        </span>
      )}
      <span className="flex shrink-0 items-center gap-4 text-small text-soft">
        {repeats && <Repeat size={13} className="max-sm:hidden" />}
        <span className="flex items-center gap-1.5">
          <span className={`size-2 rounded-full ${dots[tag]}`} />
          <span className="max-sm:hidden">{tag}</span>
        </span>
        <span className="text-right empty:hidden sm:min-w-20 sm:empty:block">{due}</span>
      </span>
    </p>
  );
}

function Change({ icon, title, from, to }: { icon: ReactNode; title: string; from?: string; to: string }) {
  return (
    <p className="flex h-9 items-center gap-2 border-line border-b px-3">
      <span className="text-accent-ink">{icon}</span>
      <span className="min-w-0 flex-1 truncate">{title}</span>
      <span className="shrink-0 text-small text-soft">
        {from && <span className="mr-1.5 line-through">{from}</span>}
        <span className={from ? "text-ink" : ""}>{to}</span>
      </span>
    </p>
  );
}
