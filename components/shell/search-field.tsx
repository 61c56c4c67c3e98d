"use client";

import { Search } from "lucide-react";
import type { Route } from "next";
import { useRouter, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { FieldNote } from "@/components/shell/field-note";
import { limits } from "@/components/shell/limits";
import { useTakeOver } from "@/components/shell/use-take-over";

type Props = {
  /** The page whose `?q=` it is. */
  page: "/search" | "/conversations" | "/tags";
  label: string;
};

/** What is searched for; the results follow as one types, and the address with them. */
export function SearchField({ page, label }: Props) {
  const asked = useSearchParams().get("q") ?? "";
  const [text, setText] = useState(asked);
  const [sent, setSent] = useState(asked);
  const [searching, startSearching] = useTransition();
  const router = useRouter();
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const input = useRef<HTMLInputElement>(null);
  useTakeOver(input, text, type);

  // Asked for elsewhere, such as in the palette; its own questions come back while one types on.
  if (asked !== sent && !searching) {
    setSent(asked);
    setText(asked);
  }

  useEffect(() => () => clearTimeout(waiting.current), []);

  function type(text: string) {
    setText(text);
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => search(text), 150);
  }

  function search(text: string) {
    clearTimeout(waiting.current);
    waiting.current = undefined;
    if (window.location.pathname !== page) return; // left by Back, while the other page is on its way
    const q = text.trim();
    setSent(q);
    startSearching(() => router.replace(`${page}?q=${encodeURIComponent(q)}` as Route, { scroll: false }));
  }

  return (
    <search className="mt-[18px] block">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          search(text);
        }}
        className="flex h-11 items-center gap-2.5 rounded border border-line bg-lift px-3 transition-[border-color,box-shadow] focus-within:border-accent focus-within:shadow-[0_0_0_3px_var(--accent-wash)]"
      >
        <Search
          size={16}
          strokeWidth={1.75}
          aria-hidden
          className={`shrink-0 ${searching ? "text-accent" : "text-soft"}`}
        />
        <input
          ref={input}
          type="search"
          dir="auto"
          name="q"
          aria-label={label}
          placeholder={label}
          autoComplete="off"
          value={text}
          onChange={({ target }) => type(target.value)}
          // What leaves the page comes after that, and is not overtaken.
          onBlur={() => waiting.current && search(text)}
          className="h-full min-w-0 flex-1 bg-transparent outline-none placeholder:text-soft"
        />
      </form>
      <FieldNote text={text.trim()} max={limits.search} className="mt-1.5" />
    </search>
  );
}
