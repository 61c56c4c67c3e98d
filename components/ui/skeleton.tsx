/**
 * A grey stand-in for what is coming. It shows itself only after 150 ms, so that a quick answer never flashes.
 * Give it its size by `className`; the region around it says `aria-busy`.
 */
export function Skeleton({ className = "" }: { className?: string }) {
  return <span aria-hidden className={`skeleton block rounded bg-line ${className}`} />;
}
