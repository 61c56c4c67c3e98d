"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { type ReactElement, type ReactNode, type RefObject, useRef } from "react";
import { Floating } from "@/components/ui/landmark";
import { useLayerRoot } from "@/components/ui/layers";
import { useOpenOnMount } from "@/components/ui/open-on-mount";
import { Sentence } from "@/components/ui/sentence";

const field = "input:not([type=hidden], [hidden]), textarea, select";

const widths = { small: "max-w-sm", base: "max-w-md", wide: "max-w-3xl" } as const;

type Props = {
  title: string;
  description?: string | undefined;
  /** The button that opens it; leave it out and control it by `open`. */
  trigger?: ReactElement;
  /** For triggers elsewhere on the page; made by `createDialogHandle`. */
  handle?: ReturnType<typeof createDialogHandle>;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
  /** Buttons, the one to do last. `<DialogClose>` closes. */
  actions?: ReactNode;
  /** What has the focus first, when not the first field, or where there is none the first thing that can. */
  initialFocus?: RefObject<HTMLElement | null>;
  /** Where the focus goes afterwards, when not to the button that opened it. */
  finalFocus?: RefObject<HTMLElement | null>;
  width?: keyof typeof widths;
};

/** A question or a form over the page, which waits behind it. Focus goes in and comes back by itself. */
export function Dialog({ title, description, trigger, handle, open, onOpenChange, ...rest }: Props) {
  const { children, actions, width = "base", initialFocus, finalFocus } = rest;
  const layer = useLayerRoot({ open, onOpenChange });
  useOpenOnMount(handle);
  const body = useRef<HTMLDivElement>(null);
  return (
    <Base.Root handle={handle} {...layer}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="backdrop" />
        <Base.Viewport className="fixed inset-0 z-40 grid place-items-center overflow-y-auto p-4">
          <Base.Popup
            initialFocus={initialFocus ?? (() => body.current?.querySelector<HTMLElement>(field) ?? true)}
            finalFocus={finalFocus}
            className={`w-full ${widths[width]} rounded border border-line bg-lift shadow-float outline-none transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0`}
          >
            <header className="flex items-start gap-3 px-4 pt-4">
              <div className="flex-1">
                <Base.Title className="font-semibold text-base">
                  <Sentence>{title}</Sentence>
                </Base.Title>
                {description && (
                  <Base.Description className="mt-1 text-small text-soft">
                    <Sentence>{description}</Sentence>
                  </Base.Description>
                )}
              </div>
              <Base.Close
                aria-label="Close"
                className="-mt-1 -mr-1 flex size-7 shrink-0 items-center justify-center rounded text-soft pointer-coarse:size-11 hover:bg-shade hover:text-ink"
              >
                <X size={16} strokeWidth={1.75} aria-hidden />
              </Base.Close>
            </header>
            <div ref={body} className="p-4">
              <Floating>{children}</Floating>
            </div>
            {actions && <footer className="flex justify-end gap-2 border-line border-t px-4 py-3">{actions}</footer>}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/** Lets a dialog be opened from anywhere: `openNowOrOnMount(handle)`. */
export const createDialogHandle = Base.createHandle<undefined>;

/** Closes the dialog around it: `<DialogClose render={<Button>Keep it</Button>} />`. */
export const DialogClose = Base.Close;
