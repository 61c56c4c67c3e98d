type Props = { size?: number; className?: string };

/** Tandem's sign: two rings that hold each other, the accent's over at the top, the ink's over at the foot. `size` is its height in px. */
export function Mark({ size = 14, className = "" }: Props) {
  return (
    <svg
      viewBox="0 0 22 14"
      height={size}
      width={(size * 22) / 14}
      fill="none"
      strokeWidth="2.25"
      aria-hidden
      className={`shrink-0 ${className}`}
    >
      <circle cx="7" cy="7" r="5.5" stroke="var(--accent)" />
      <circle cx="15" cy="7" r="5.5" stroke="var(--ink)" />
      <path d="M8.42 1.69 A5.5 5.5 0 0 1 12.31 5.58" stroke="var(--accent)" />
    </svg>
  );
}
