"use client";

import { signUp } from "@/components/account/actions";
import { BrowserPlace } from "@/components/account/browser-place";
import { EmailField, NameField, NewPasswordField } from "@/components/account/fields";
import { Form } from "@/components/account/form";

export function SignUpForm() {
  return (
    <Form act={signUp} button="Create account" busy="Creating your account …" wide>
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
