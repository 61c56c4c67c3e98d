import type { Metadata } from "next";
import { Suspense } from "react";
import { Entrance } from "@/components/account/entrance";
import { AskForm, ResetForm } from "@/components/account/reset-forms";
import { TextLink } from "@/components/account/text-link";
import { env } from "@/env";

export const metadata: Metadata = { title: "Reset the password" };

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
    <Entrance title="Set a new password" lead="You will be signed out everywhere, and sign in with the new one.">
      <ResetForm token={token} />
    </Entrance>
  );
}

function Ask() {
  if (env.NODE_ENV === "production") return <NoMail />;
  return (
    <Entrance
      title="Reset the password"
      lead="No mail is set up here, so the link cannot be sent. This server runs for development: it prints the link in its log."
      foot={<BackToSignIn />}
    >
      <AskForm />
    </Entrance>
  );
}

/** Honest where nothing can be done: a form that leads nowhere would be worse. */
function NoMail() {
  return (
    <Entrance title="Reset the password" foot={<BackToSignIn />}>
      <div className="flex flex-col gap-3 text-base text-soft">
        <p>
          This Tandem has no way to send mail, so it cannot prove that an address is yours, and cannot set a new
          password for it.
        </p>
        <p>
          Nothing of yours is lost. If you are still signed in somewhere, on a phone or in another browser, you can
          download everything there under Settings.
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
