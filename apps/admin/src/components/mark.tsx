/** The mark: a year of twelve strokes, nine of them gone by. */
export function Mark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <rect width="64" height="64" rx="14" fill="#0e5a60" />
      <g stroke="#fff" strokeWidth="4.5" strokeLinecap="round">
        <path d="M32 17V9M39.5 19l4-6.9M45 24.5l6.9-4M47 32h8M45 39.5l6.9 4M39.5 45l4 6.9M32 47v8M24.5 45l-4 6.9M19 39.5l-6.9 4" />
        <path d="M17 32H9M19 24.5l-6.9-4M24.5 19l-4-6.9" opacity=".38" />
      </g>
      <circle cx="32" cy="32" r="4.5" fill="#fff" />
    </svg>
  );
}
