import Link from "next/link";
import type { ReactNode } from "react";
import { ExportButton } from "@/components/account/export-button";
import { Leave } from "@/components/account/leave";
import { PasswordForm } from "@/components/account/password-form";
import { ProfileForm } from "@/components/account/profile-form";
import { SessionList } from "@/components/account/session-list";
import { SignOut } from "@/components/account/sign-out";
import { TextLink } from "@/components/account/text-link";
import { ThemeChoice } from "@/components/account/theme-choice";
import { zones } from "@/components/account/time-zones";
import { Button } from "@/components/ui/button";
import type { Session, User } from "@/db/sessions";

type Props = { user: User; sessions: Session[] };

/** All that people can set about themselves, and the ways out. */
export function Settings({ user, sessions }: Props) {
  return (
    <div className="flex flex-col gap-10">
      {user.isAnonymous && <KeepIt />}
      <Part title={user.isAnonymous ? "Time and dates" : "Profile"} note={user.isAnonymous ? undefined : user.email}>
        <ProfileForm user={user} zones={zones()} />
      </Part>
      <Part title="Appearance">
        <ThemeChoice />
      </Part>
      {!user.isAnonymous && (
        <>
          <Part title="Password" note="Changing it signs you out everywhere else.">
            <PasswordForm email={user.email} />
          </Part>
          <Part title="Where you’re signed in">
            <SessionList sessions={sessions} user={{ timeZone: user.timeZone, locale: user.locale }} />
            <SignOut />
          </Part>
        </>
      )}
      <Part title="Your data" note="All your tasks, tags and conversations, including Trash, in one JSON file.">
        <ExportButton />
      </Part>
      <Part
        id="leave"
        title={user.isAnonymous ? "Delete everything" : "Delete account"}
        note={user.isAnonymous ? onlyHere : "This permanently deletes your account and everything in it."}
      >
        <Leave isGuest={user.isAnonymous} />
      </Part>
    </div>
  );
}

const onlyHere =
  "You don’t have an account, so there’s nothing to sign out of. You can open your list only in this browser.";

function Part({
  id,
  title,
  note,
  children,
}: {
  id?: string;
  title: string;
  note?: string | undefined;
  children: ReactNode;
}) {
  return (
    <section id={id} aria-label={title} className="flex scroll-mt-8 flex-col gap-4">
      <div className="border-line border-b pb-1.5">
        <h2 className="font-semibold text-base">{title}</h2>
        {note && <p className="text-small text-soft">{note}</p>}
      </div>
      {children}
    </section>
  );
}

function KeepIt() {
  return (
    <section aria-label="Keep your list" className="flex flex-col items-start gap-3 rounded bg-accent-wash p-4">
      <p>
        You’re trying Tandem without an account. Create one to use your list anywhere. You’ll keep everything you’ve
        added.
      </p>
      <Button tone="primary" size="base" nativeButton={false} render={<Link href="/sign-up" />}>
        Create an account
      </Button>
      <p>
        Already have one? <TextLink href="/sign-in">Sign in</TextLink> to move this list into it.
      </p>
    </section>
  );
}
