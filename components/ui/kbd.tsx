/** A key as printed on a keyboard: "⌘K", "Esc". Sighted users' hint only; the element that has the key says so by `aria-keyshortcuts`. */
export function Kbd({ children }: { children: string }) {
  return (
    <kbd
      aria-hidden
      className="inline-flex h-5 shrink-0 whitespace-nowrap min-w-5 items-center justify-center rounded-[5px] border border-line bg-lift px-1 font-sans text-small text-soft leading-none"
    >
      {children}
    </kbd>
  );
}
