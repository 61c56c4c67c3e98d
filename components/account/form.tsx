"use client";

import { unstable_rethrow } from "next/navigation";
import {
  type FormEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useCallback,
  useState,
  useTransition,
} from "react";
import type { Answer } from "@/components/account/answer";
import { unreachable } from "@/components/shell/answer";
import * as session from "@/components/shell/session";
import { Button, type ButtonProps } from "@/components/ui/button";

type Props = {
  act: (before: Answer, form: FormData) => Promise<Answer>;
  /** The fields; they hear the last answer, for what is wrong with each. */
  children: (answer: Answer) => ReactNode;
  /** What the button says, and while it is done. */
  button: string;
  busy: string;
  tone?: ButtonProps["tone"];
  /** The button as wide as the form, for a form that is the whole page. */
  wide?: boolean;
  /** Called once for each success, with what was sent; while that is still shown as pending. */
  onSaved?: (form: FormData) => void;
};

/** A form whose action answers with a value. What was typed stays, the first field that is wrong gets the focus. */
export function Form({ act, children, button, busy, tone = "primary", wide, onSaved }: Props) {
  // For a form that is sent before the page listens.
  const [first, dispatch, isFirstBusy] = useActionState(act, undefined);
  const [last, setLast] = useState<{ answer: Answer }>();
  const [isSending, startSending] = useTransition();
  const isBusy = isFirstBusy || isSending;
  const answer = last ? last.answer : first;

  // As a bare `action`, React would empty the fields after each answer, and without an answer replace the page by an error.
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    if (isBusy) return;
    startSending(async () => {
      const said = await act(answer, form).catch((error: unknown): Answer => {
        unstable_rethrow(error);
        return unreachable;
      });
      startTransition(() => {
        setLast({ answer: said });
        if (said?.ok) onSaved?.(form);
      });
    });
  }

  // Called anew with each answer, when it is on the page.
  const focusFault = useCallback(
    (form: HTMLFormElement | null) => {
      if (!form || !answer || answer.ok) return;
      if (answer.reason === "signed-out") session.ended();
      form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    },
    [answer],
  );

  return (
    <form ref={focusFault} action={dispatch} onSubmit={submit} noValidate className="flex flex-col gap-4">
      {children(answer)}
      {answer?.message && !(answer.ok === false && answer.errors?.length) && (
        <p role={answer.ok ? "status" : "alert"} className={`text-base ${answer.ok ? "text-accent-ink" : "text-late"}`}>
          {answer.message}
        </p>
      )}
      <Button
        type="submit"
        tone={tone}
        size="base"
        disabled={isBusy}
        focusableWhenDisabled
        className={wide ? "w-full max-sm:h-11" : "self-start"}
      >
        {isBusy ? busy : button}
      </Button>
    </form>
  );
}
