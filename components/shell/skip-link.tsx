/** The first stop of Tab on every page. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="fixed top-2 left-2 z-50 -translate-y-16 rounded bg-lift px-3 py-2 text-accent-ink shadow-float print:hidden focus:translate-y-0"
    >
      Skip to the list
    </a>
  );
}
