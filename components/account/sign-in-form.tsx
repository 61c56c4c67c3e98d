"use client";

import type { ReactNode } from "react";
import { signIn } from "@/components/account/actions";
import { EmailField, PasswordField } from "@/components/account/fields";
import { Form } from "@/components/account/form";

/** `children`: the hidden field that says where to go afterwards. */
export function SignInForm({ children }: { children?: ReactNode }) {
  return (
    <Form act={signIn} button="Sign in" busy="Signing in…" wide>
      {(answer) => (
        <>
          <EmailField answer={answer} />
          <PasswordField answer={answer} />
          {children}
        </>
      )}
    </Form>
  );
}
