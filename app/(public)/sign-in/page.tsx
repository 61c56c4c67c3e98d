import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Suspense } from "react";
import { currentUser } from "@/auth";
import { CookieNotice } from "@/components/account/cookie-notice";
import { Entrance } from "@/components/account/entrance";
import { localPath } from "@/components/account/local-path";
import { SignInForm } from "@/components/account/sign-in-form";
import { TextLink } from "@/components/account/text-link";
import { ComesAlong } from "@/components/shell/session-guard";
import * as tasks from "@/db/tasks";

export const metadata: Metadata = { title: "Sign in" };

export default function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  return (
    <Entrance
      title="Sign in"
      lead={
        <Suspense>
          <Companions searchParams={searchParams} />
        </Suspense>
      }
      notice={
        <Suspense>
          <Cookies searchParams={searchParams} />
        </Suspense>
      }
      foot={
        <>
          <p>
            New here? <TextLink href="/sign-up">Create an account</TextLink>
          </p>
          <p>
            <TextLink href="/reset">Forgot your password?</TextLink>
          </p>
        </>
      }
    >
      <SignInForm />
    </Entrance>
  );
}

type Asked = Pick<PageProps<"/sign-in">, "searchParams">;

/** `/welcome` has seen that the browser keeps no cookie. */
async function Cookies({ searchParams }: Asked) {
  return <CookieNotice isRefused={(await searchParams).cookies === "off"} />;
}

/** Tells a guest that what they have comes along; sends on who is signed in already. */
async function Companions({ searchParams }: Asked) {
  const user = await currentUser();
  if (!user) return null;
  if (!user.isAnonymous) redirect(localPath((await searchParams).next));
  const { open } = await tasks.counts(user.id);
  return (
    <p>
      <ComesAlong guest={user.id} />
      Your list{open > 0 && ` (${open === 1 ? "1 open task" : `${open} open tasks`})`} moves into the account you sign
      in to.
    </p>
  );
}
