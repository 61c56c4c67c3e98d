import type { Metadata } from "next";
import Link from "next/link";
import { Button } from "@/components/ui/button";

export const metadata: Metadata = { title: "Not found" };

export default function NotFoundPage() {
  return (
    <main className="mx-auto flex min-h-[60dvh] w-full max-w-md flex-col items-start justify-center gap-3 px-4 py-16">
      <h1 className="font-semibold text-name">Page not found</h1>
      <p className="text-soft">The address may be mistyped, or the page may no longer exist.</p>
      <Button tone="primary" size="base" nativeButton={false} render={<Link href="/" />}>
        Go to Tandem
      </Button>
    </main>
  );
}
