"use client";

import { changePassword } from "@/components/account/actions";
import { NewPasswordField, PasswordField } from "@/components/account/fields";
import { Form } from "@/components/account/form";

export function PasswordForm({ email }: { email: string }) {
  return (
    <Form act={changePassword} button="Change password" busy="Changing…" tone="plain">
      {(answer) => (
        <>
          {/* Tells a password manager whose password this is. */}
          <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
          <PasswordField answer={answer} name="currentPassword" label="Current password" />
          <NewPasswordField answer={answer} name="newPassword" label="New password" />
        </>
      )}
    </Form>
  );
}
