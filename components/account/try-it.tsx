"use client";

import { useActionState } from "react";
import { tryIt } from "@/components/account/actions";
import { BrowserPlace } from "@/components/account/browser-place";
import { CookieNotice } from "@/components/account/cookie-notice";
import { Button, type ButtonProps } from "@/components/ui/button";

/** Lets a visitor in at once; what they write is kept for when they make an account. */
export function TryIt(props: Pick<ButtonProps, "tone" | "className">) {
  const [answer, enter, isEntering] = useActionState(tryIt, undefined);
  return (
    <form action={enter} className="flex flex-col items-start gap-2">
      <BrowserPlace />
      <Button type="submit" size="base" disabled={isEntering} focusableWhenDisabled {...props}>
        {isEntering ? "Opening your list…" : "Try it without an account"}
      </Button>
      {answer?.message && (
        <p role="alert" className="text-late text-small">
          {answer.message}
        </p>
      )}
      <CookieNotice />
    </form>
  );
}
