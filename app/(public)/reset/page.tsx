import type { Metadata } from "next";
import { Suspense } from "react";
import { Entrance } from "@/components/account/entrance";
import { AskForm, ResetForm } from "@/components/account/reset-forms";
import { TextLink } from "@/components/account/text-link";
import { env } from "@/env";

export const metadata: Metadata = { title: "Reset your password" };

export default function ResetPage({ searchParams }: PageProps<"/reset">) {
  return (
    <Suspense fallback={<Ask />}>
      <Choose searchParams={searchParams} />
    </Suspense>
  );
}

async function Choose({ searchParams }: Pick<PageProps<"/reset">, "searchParams">) {
  const { token } = await searchParams;
  if (typeof token !== "string") return <Ask />;
  return (
    <Entrance title="Set a new password" lead="You’ll be signed out everywhere. Sign in again with the new one.">
      <ResetForm token={token} />
    </Entrance>
  );
}

function Ask() {
  if (env.NODE_ENV === "production") return <NoMail />;
  return (
    <Entrance
      title="Reset your password"
      lead="Email isn’t set up here, so this development server prints the link to its log instead."
      foot={<BackToSignIn />}
    >
      <AskForm />
    </Entrance>
  );
}

/** Honest where nothing can be done: a form that leads nowhere would be worse. */
function NoMail() {
  return (
    <Entrance title="Reset your password" foot={<BackToSignIn />}>
      <div className="flex flex-col gap-3 text-base text-soft">
        <p>This server can’t send email, so it can’t check that an address is yours or reset its password.</p>
        <p>
          Nothing is lost. If you’re still signed in somewhere, such as on your phone, you can download everything there
          under Settings.
        </p>
      </div>
    </Entrance>
  );
}

function BackToSignIn() {
  return (
    <p>
      <TextLink href="/sign-in">Back to sign in</TextLink>
    </p>
  );
}
