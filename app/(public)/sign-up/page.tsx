import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Suspense } from "react";
import { currentUser } from "@/auth";
import { Entrance } from "@/components/account/entrance";
import { SignUpForm } from "@/components/account/sign-up-form";
import { TextLink } from "@/components/account/text-link";
import { ComesAlong } from "@/components/shell/session-guard";

export const metadata: Metadata = { title: "Create an account" };

export default function SignUpPage() {
  return (
    <Entrance
      title="Create an account"
      lead={
        <Suspense>
          <Companions />
        </Suspense>
      }
      foot={
        <p>
          Already have an account? <TextLink href="/sign-in">Sign in</TextLink>
        </p>
      }
    >
      <SignUpForm />
    </Entrance>
  );
}

/** Tells a guest that everything stays; sends on who has an account already. */
async function Companions() {
  const user = await currentUser();
  if (user && !user.isAnonymous) redirect("/today");
  return (
    user && (
      <p>
        <ComesAlong guest={user.id} />
        You’ll keep everything you’ve added so far.
      </p>
    )
  );
}
