"use client";

import { erase } from "@/components/account/actions";
import { type Answer, fault } from "@/components/account/answer";
import { PasswordField } from "@/components/account/fields";
import { Form } from "@/components/account/form";
import * as session from "@/components/shell/session";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** Deleting the account, in a dialog that says what goes: a password confirms it, or for a guest, who has none, a word. */
export function Leave({ isGuest }: { isGuest: boolean }) {
  const what = isGuest ? "Delete everything" : "Delete account";
  return (
    <Dialog
      title={`${what}?`}
      description="This deletes all your tasks, tags and conversations, including everything in Trash. You can’t undo it."
      trigger={
        <Button size="base" className="self-start text-late">
          {what}…
        </Button>
      }
    >
      <Form act={eraseAndLeave} button={`${what} permanently`} busy="Deleting…" tone="danger">
        {(answer) =>
          isGuest ? (
            <Field label="Type “delete” to confirm" error={fault(answer, "word")}>
              <Input name="word" autoComplete="off" autoCapitalize="none" required />
            </Field>
          ) : (
            <PasswordField answer={answer} label="Your password" />
          )
        }
      </Form>
    </Dialog>
  );
}

async function eraseAndLeave(before: Answer, form: FormData): Promise<Answer> {
  const answer = await erase(before, form);
  if (answer?.ok) await session.leave(async () => true);
  else if (answer?.reason === "signed-out") session.ended();
  return answer;
}
