import Link from "next/link";
import { Demo } from "@/components/account/demo";
import { TryIt } from "@/components/account/try-it";
import { Button } from "@/components/ui/button";

export default function LandingPage() {
  return (
    <main className="mx-auto w-full max-w-5xl flex-1 px-4 pb-16 sm:px-6">
      <section className="pt-8 pb-10 sm:pt-16 sm:pb-14">
        <h1 className="font-semibold text-[1.75rem] leading-9 tracking-tight sm:text-[2.75rem] sm:leading-12">
          Type it, or just say it. <span className="block">It lands on the same list.</span>
        </h1>
        <p className="mt-4 max-w-xl text-pretty text-soft sm:text-[1rem] sm:leading-6">
          Tandem is a todo list with an assistant that works on it with you. You see every change as it happens, and you
          can undo any of them.
        </p>
        <div className="mt-7 flex flex-wrap items-center gap-3">
          <TryIt tone="primary" />
          <Button size="base" nativeButton={false} render={<Link href="/sign-up" />}>
            Create an account
          </Button>
        </div>
        <p className="mt-3 text-small text-soft">
          No email, no card. If you create an account later, you keep everything.
        </p>
      </section>
      <Demo />
      <section aria-label="What it does" className="mt-12 grid gap-8 sm:grid-cols-3">
        {points.map(({ title, text }) => (
          <div key={title}>
            <h2 className="font-semibold text-base">{title}</h2>
            <p className="mt-1 text-pretty text-soft">{text}</p>
          </div>
        ))}
      </section>
    </main>
  );
}

const points = [
  {
    title: "It reads what you write",
    text: "Dates, times, repeats, tags and priorities are highlighted as you type, so nothing lands on the wrong day.",
  },
  {
    title: "It asks before it matters",
    text: "It makes a small change right away. Before it changes several tasks or deletes anything, it shows you and waits.",
  },
  {
    title: "You can undo all of it",
    text: "Undo your own changes or the assistant’s with one click, one at a time or everything from one message.",
  },
];
