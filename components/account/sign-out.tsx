"use client";

import { type FormEvent, useState } from "react";
import { unreachable } from "@/components/shell/answer";
import * as drafts from "@/components/shell/drafts";
import * as session from "@/components/shell/session";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import * as notices from "@/components/ui/notices";

const SHOWN = 5;

/** Ends the session. Before words that are not saved go with it, it asks. Without scripts the form does it by itself. */
export function SignOut() {
  const [unsaved, setUnsaved] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);

  async function leave() {
    setUnsaved([]);
    setBusy(true);
    if (await session.leave(signOut)) return;
    setBusy(false);
    notices.warn(`${unreachable.message} You’re still signed in.`, { label: "Retry", act: leave });
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const words = (await drafts.list()).map(({ text }) => text.trim()).filter(Boolean);
    if (words.length === 0) return leave();
    setBusy(false);
    setUnsaved(words);
  }

  return (
    <>
      <form method="post" action="/goodbye" onSubmit={submit}>
        <Button type="submit" size="base" disabled={busy} focusableWhenDisabled>
          {busy ? "Signing out…" : "Sign out here"}
        </Button>
      </form>
      <Dialog
        open={unsaved.length > 0}
        onOpenChange={(open) => !open && setUnsaved([])}
        title="Sign out and delete drafts?"
        description="Signing out deletes anything you’ve typed here but not saved."
        actions={
          <>
            <DialogClose render={<Button>Cancel</Button>} />
            <Button tone="danger" onClick={leave}>
              Sign out
            </Button>
          </>
        }
      >
        <ul className="flex flex-col gap-1.5">
          {unsaved.slice(0, SHOWN).map((text, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list stands still while the dialog is open
            <li key={at} className="truncate">
              “<bdi>{text}</bdi>”
            </li>
          ))}
          {unsaved.length > SHOWN && <li className="text-soft">and {unsaved.length - SHOWN} more</li>}
        </ul>
      </Dialog>
    </>
  );
}

/** @returns whether it has ended; an answer that leads elsewhere cannot be read, and is the one for that. */
async function signOut(): Promise<boolean> {
  try {
    const { type, ok } = await fetch("/goodbye", { method: "POST", redirect: "manual" });
    return ok || type === "opaqueredirect";
  } catch {
    return false;
  }
}
