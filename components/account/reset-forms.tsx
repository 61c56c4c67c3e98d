"use client";

import { askForReset, resetPassword } from "@/components/account/actions";
import { EmailField, NewPasswordField } from "@/components/account/fields";
import { Form } from "@/components/account/form";

export function AskForm() {
  return (
    <Form act={askForReset} button="Print reset link" busy="Printing…" wide>
      {(answer) => <EmailField answer={answer} />}
    </Form>
  );
}

/** `token` stood in the link and is good once. */
export function ResetForm({ token }: { token: string }) {
  return (
    <Form act={resetPassword} button="Set password" busy="Saving…" wide>
      {(answer) => (
        <>
          <input type="hidden" name="token" value={token} />
          <NewPasswordField answer={answer} name="newPassword" label="New password" />
        </>
      )}
    </Form>
  );
}
