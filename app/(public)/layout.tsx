import Link from "next/link";
import { type ReactNode, Suspense } from "react";
import { Mark } from "@/components/account/mark";
import { NoScript } from "@/components/shell/no-script";
import { OutsideGuard } from "@/components/shell/session-guard";

/** What a visitor sees: the name above, and the page. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="mx-auto flex h-16 w-full max-w-5xl items-center justify-between px-4 sm:px-6">
        <Link href="/" className="flex items-center gap-2 rounded font-semibold text-base">
          <Mark />
          Tandem
        </Link>
        <nav aria-label="Account" className="flex items-center gap-4 text-base">
          <Link href="/sign-in" className="rounded text-soft hover:text-ink">
            Sign in
          </Link>
        </nav>
      </header>
      <NoScript className="mx-auto w-full max-w-5xl px-4 text-base text-late sm:px-6" />
      {children}
      <Suspense>
        <OutsideGuard />
      </Suspense>
    </div>
  );
}
