"use client";

import { type FormEvent, useState } from "react";
import { signInAgain } from "@/components/account/actions";
import type { Answer } from "@/components/account/answer";
import { EmailField, PasswordField } from "@/components/account/fields";
import { TextLink } from "@/components/account/text-link";
import { unreachable } from "@/components/shell/answer";
import { useKnown } from "@/components/shell/known";
import { useAway } from "@/components/shell/reachability";
import * as session from "@/components/shell/session";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

/** Says that the session has ended while the page is still here, and signs in again on the spot: what was done meanwhile waits for that. */
export function SignedOut() {
  const { user } = useKnown();
  const hasEnded = session.useEnded();
  const away = useAway(); // of which the shell tells in this place
  if (!hasEnded || away) return null;
  return (
    <div
      role="alert"
      className="fixed inset-x-4 top-2 z-40 flex justify-center lg:top-auto lg:right-auto lg:bottom-3 lg:left-3 lg:w-[212px]"
    >
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded border border-line bg-lift py-1.5 pr-2 pl-3 text-small shadow-float">
        <span aria-hidden className="size-2 shrink-0 rounded-full bg-late" />
        <span className="flex-1">
          {user.isGuest
            ? "You’re signed out. This list had no account, so it can’t be opened again."
            : "You’re signed out. Sign in to save your changes."}
        </span>
        <SignInDialog />
      </p>
    </div>
  );
}

function SignInDialog() {
  const [answer, setAnswer] = useState<Answer>();
  const [busy, setBusy] = useState(false);

  // Not as a transition: those wait for the writes that wait for this.
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const said = await signInAgain(new FormData(event.currentTarget)).catch(
      (): Answer => ({ ok: false, message: `${unreachable.message} Try again in a moment.` }),
    );
    setBusy(false);
    if (said?.ok && said.userId) session.resume(said.userId);
    else setAnswer(said);
  }

  return (
    <Dialog
      title="Sign in"
      description="Your changes are kept on this page and saved once you’re back."
      width="small"
      trigger={<Button tone="primary">Sign in</Button>}
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <EmailField answer={answer} />
        <PasswordField answer={answer} />
        {answer && !answer.ok && !answer.errors?.length && (
          <p role="alert" className="text-base text-late">
            {answer.message}
          </p>
        )}
        <Button type="submit" tone="primary" size="base" disabled={busy} focusableWhenDisabled className="self-start">
          {busy ? "Signing in…" : "Sign in"}
        </Button>
        <p className="text-small text-soft">
          Or sign in{" "}
          <TextLink href="/sign-in" target="_blank">
            in another tab
          </TextLink>{" "}
          and come back here.
        </p>
      </form>
    </Dialog>
  );
}
