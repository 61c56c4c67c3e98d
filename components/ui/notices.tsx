"use client";

import { Toast } from "@base-ui/react/toast";
import { X } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { IconButton } from "@/components/ui/icon-button";
import { Sentence } from "@/components/ui/sentence";

type Step = { label: string; act: () => void };

/** A step that leads somewhere; `stay` may do without going, and says so. */
type Way = { label: string; href: Route; stay?: () => boolean };

type Data = { other: Step | Way | undefined };

const manager = Toast.createToastManager<Data>();
const stepLooks = "shrink-0 rounded px-2 py-1 font-medium text-accent-ink hover:bg-shade";

/**
 * Says what was done, with one step such as Undo, and `other` beside it: a choice, or the way to it. It goes after eight seconds. Answers
 * the notice's id.
 */
export function say(text: string, step?: Step, other?: Step | Way): string {
  return show(text, step, { timeout: 8000, other });
}

/** Says what went wrong, with one step such as Retry, and the way to it; it stays until closed. Answers the notice's id. */
export function warn(text: string, step?: Step, other?: Way): string {
  return show(text, step, { timeout: 0, type: "warning", other });
}

export function close(id: string) {
  manager.close(id);
}

// Both are announced politely: Base UI hides an urgent toast, and with it its step, from assistive technology.
function show(
  text: string,
  step: Step | undefined,
  { other, ...options }: { timeout: number; type?: string; other?: Step | Way | undefined },
) {
  const closing = ({ label, act }: Step) => ({
    children: label,
    onClick: () => {
      manager.close(id);
      act();
    },
  });
  const id = manager.add({ ...options, description: text, actionProps: step && closing(step), data: { other } });
  return id;
}

/** Where notices appear: above the tabs on a phone, or above the sheet that is open there; at the foot of the list elsewhere. Stands once, in the root of the page. */
export function Notices() {
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport
          aria-label="Notices"
          className="fixed inset-x-4 bottom-[calc(var(--foot,calc(56px+env(safe-area-inset-bottom)))+var(--away,0px)+8px)] z-50 mx-auto flex max-w-md flex-col gap-2 outline-none md:bottom-6"
        >
          <List />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

/** On a phone the newest stands alone: three would cover the list. */
function List() {
  const { toasts } = Toast.useToastManager<Data>();
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      swipeDirection={["down", "right"]}
      className="rounded border border-line bg-lift shadow-float max-md:not-first:hidden transition-[opacity,translate] data-ending-style:opacity-0 data-limited:hidden data-starting-style:translate-y-2 data-starting-style:opacity-0"
    >
      <Toast.Content className="flex flex-wrap items-center gap-x-3 py-2 pr-2 pl-4">
        <span
          aria-hidden
          className={`size-2 shrink-0 rounded-full ${toast.type === "warning" ? "bg-late" : "bg-accent"}`}
        />
        {/* Its words are its name: a notice that has the focus is a dialog. */}
        <Toast.Title render={<p />} className="min-w-40 flex-1 text-base text-ink">
          <Sentence>{`${toast.description}`}</Sentence>
        </Toast.Title>
        {/* Two steps are too wide to stand beside the words on a phone. */}
        <span className="ml-auto flex items-center gap-1">
          {toast.data?.other && <Other {...toast.data.other} close={() => manager.close(toast.id)} />}
          <Toast.Action className={stepLooks} />
          <Toast.Close render={<IconButton icon={X} label="Close" size="small" />} />
        </span>
      </Toast.Content>
    </Toast.Root>
  ));
}

function Other({ close, ...other }: (Step | Way) & { close: () => void }) {
  const { label } = other;
  if ("act" in other) {
    const onClick = () => {
      close();
      other.act();
    };
    return (
      <button type="button" className={stepLooks} onClick={onClick}>
        {label}
      </button>
    );
  }
  const onNavigate = (event: { preventDefault: () => void }) => {
    close();
    if (other.stay?.()) event.preventDefault();
  };
  return (
    <Link href={other.href} className={stepLooks} onNavigate={onNavigate}>
      {label}
    </Link>
  );
}
