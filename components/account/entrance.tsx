import type { ReactNode } from "react";
import { CookieNotice } from "@/components/account/cookie-notice";

type Props = { title: string; lead?: ReactNode; notice?: ReactNode; children: ReactNode; foot?: ReactNode };

/** A page of one form: what it is for, the form, and the other ways from here. */
export function Entrance({ title, lead, notice = <CookieNotice />, children, foot }: Props) {
  return (
    <main className="mx-auto w-full max-w-sm flex-1 px-4 pt-8 pb-16 sm:pt-20">
      <h1 className="font-semibold text-name">{title}</h1>
      {lead && <div className="mt-2 text-base text-soft">{lead}</div>}
      <div className="mt-6 flex flex-col gap-4">
        {notice}
        {children}
      </div>
      {foot && <div className="mt-6 flex flex-col gap-2 border-line border-t pt-4 text-base text-soft">{foot}</div>}
    </main>
  );
}
