"use client";

import { signIn, signUp } from "@/components/account/actions";
import type { Answer } from "@/components/account/answer";
import { BrowserPlace } from "@/components/account/browser-place";
import { EmailField, NameField, NewPasswordField } from "@/components/account/fields";
import { Form } from "@/components/account/form";

/** Makes the account and signs in to it: two requests, of which the first is answered alike whether the address was taken. */
async function enter(before: Answer, form: FormData): Promise<Answer> {
  const made = await signUp(before, form);
  return made?.ok ? signIn(undefined, form) : made;
}

export function SignUpForm() {
  return (
    <Form act={enter} button="Create account" busy="Creating your account…" wide>
      {(answer) => (
        <>
          <BrowserPlace />
          <NameField answer={answer} />
          <EmailField answer={answer} />
          <NewPasswordField answer={answer} />
        </>
      )}
    </Form>
  );
}
