import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { Suspense } from "react";
import { currentUser } from "@/auth";
import { Entrance } from "@/components/account/entrance";
import { localPath } from "@/components/account/local-path";
import { SignInForm } from "@/components/account/sign-in-form";
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
      foot={
        <>
          <p>
            New here?{" "}
            <Link href="/sign-up" className="rounded text-accent-ink hover:underline">
              Create an account
            </Link>
          </p>
          <p>
            <Link href="/reset" className="rounded text-accent-ink hover:underline">
              Forgot the password?
            </Link>
          </p>
        </>
      }
    >
      <SignInForm>
        <Suspense>
          <Next searchParams={searchParams} />
        </Suspense>
      </SignInForm>
    </Entrance>
  );
}

type Asked = Pick<PageProps<"/sign-in">, "searchParams">;

/** Where to go afterwards. */
async function Next({ searchParams }: Asked) {
  return <input type="hidden" name="next" value={localPath((await searchParams).next)} />;
}

/** Tells a guest that what they have comes along; sends on who is signed in already. */
async function Companions({ searchParams }: Asked) {
  const user = await currentUser();
  if (!user) return null;
  if (!user.isAnonymous) redirect(localPath((await searchParams).next));
  const { open } = await tasks.counts(user.id);
  return (
    <p>
      What you wrote here{open > 0 && ` (${open === 1 ? "1 open task" : `${open} open tasks`})`} moves into the account
      that you sign in to.
    </p>
  );
}
