"use client";

import { startTransition, useOptimistic } from "react";
import { endOtherSessions, endSession } from "@/components/account/actions";
import type { Answer } from "@/components/account/answer";
import { device, place } from "@/components/account/device";
import { unreachable } from "@/components/shell/answer";
import { Button } from "@/components/ui/button";
import { warn } from "@/components/ui/notices";
import type { Session, User } from "@/db/sessions";
import { wallClock } from "@/language/calendar";
import { writeDate } from "@/language/written-date";

type Props = {
  sessions: Session[];
  user: Pick<User, "timeZone" | "locale">;
};

/** Where the user is signed in; each but this one can be ended, and is gone from the list in the same moment. */
export function SessionList({ sessions, user }: Props) {
  const [shown, keep] = useOptimistic(sessions, (all, kept: (session: Session) => boolean) => all.filter(kept));

  function end(kept: (session: Session) => boolean, act: () => Promise<Answer>) {
    startTransition(async () => {
      keep(kept);
      const answer = await act().catch(() => unreachable);
      if (answer && !answer.ok) warn(`That device is still signed in. ${answer.message}`);
    });
  }

  return (
    <>
      <ul className="-mt-4 divide-y divide-line border-line border-b">
        {shown.map((session) => (
          <li key={session.id} className="flex min-h-12 items-center gap-4 py-2">
            <div className="min-w-0 flex-1">
              <p className="truncate">{device(session.userAgent)}</p>
              <p className="text-small text-soft">
                Signed in {day(session.createdAt, user)}
                {place(session.ipAddress) && `, from ${place(session.ipAddress)}`}
              </p>
            </div>
            {session.current ? (
              <span className="text-accent-ink text-small">This device</span>
            ) : (
              <Button
                aria-label={`Sign out ${device(session.userAgent)}`}
                onClick={() =>
                  end(
                    ({ id }) => id !== session.id,
                    () => endSession({ id: session.id }),
                  )
                }
              >
                Sign out
              </Button>
            )}
          </li>
        ))}
      </ul>
      {shown.length > 1 && (
        <Button className="self-start" onClick={() => end(({ current }) => current, endOtherSessions)}>
          Sign out everywhere else
        </Button>
      )}
    </>
  );
}

function day(now: Date, { timeZone, locale }: Props["user"]) {
  const { day, month, year } = wallClock({ now, timeZone });
  return writeDate({ day, month, year }, locale);
}
