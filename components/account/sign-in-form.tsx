"use client";

import { signIn } from "@/components/account/actions";
import { EmailField, PasswordField } from "@/components/account/fields";
import { Form } from "@/components/account/form";

export function SignInForm() {
  return (
    <Form act={signIn} button="Sign in" busy="Signing in…" wide>
      {(answer) => (
        <>
          <EmailField answer={answer} />
          <PasswordField answer={answer} />
        </>
      )}
    </Form>
  );
}
