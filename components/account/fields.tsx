"use client";

import { type ReactNode, useRef } from "react";
import { type Answer, fault } from "@/components/account/answer";
import { PasswordInput } from "@/components/account/password-input";
import { useTakeOver } from "@/components/shell/use-take-over";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** Big enough to hit on a phone, where smaller letters would also make the page zoom in. */
const comfortable = "max-sm:h-11";

type Props = { answer: Answer };

type NameProps = Props & { value?: string; onValueChange?: (name: string) => void; note?: ReactNode };

export function NameField({ answer, note, value, onValueChange }: NameProps) {
  const input = useRef<HTMLInputElement>(null);
  useTakeOver(input, value ?? "", (typed) => onValueChange?.(typed));
  return (
    <Field label="Name" error={fault(answer, "name")}>
      <Input
        ref={input}
        name="name"
        autoComplete="name"
        required
        className={comfortable}
        value={value}
        onValueChange={onValueChange}
      />
      {note}
    </Field>
  );
}

export function EmailField({ answer }: Props) {
  return (
    <Field label="Email" error={fault(answer, "email")}>
      <Input name="email" type="email" autoComplete="username" required className={comfortable} />
    </Field>
  );
}

/** The password of an account that there is; `name` where a form has more than one. */
export function PasswordField({
  answer,
  name = "password",
  label = "Password",
}: Props & { name?: string; label?: string }) {
  return (
    <Field label={label} error={fault(answer, name)}>
      <PasswordInput name={name} autoComplete="current-password" />
    </Field>
  );
}

export function NewPasswordField({
  answer,
  name = "password",
  label = "Password",
}: Props & { name?: string; label?: string }) {
  return (
    <Field label={label} error={fault(answer, name)} hint="At least 10 characters. A few unrelated words work well.">
      <PasswordInput name={name} autoComplete="new-password" />
    </Field>
  );
}
