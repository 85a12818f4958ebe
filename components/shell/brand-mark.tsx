/** The mark of Ghostdesk. */
export function BrandMark({ className }: { className: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={className}
    >
      <path d="M3 14V7a5 5 0 0 1 10 0v7l-1.7-1.4L9.7 14 8 12.6 6.3 14l-1.6-1.4z" />
      <circle cx="6.2" cy="7" r=".6" />
      <circle cx="9.8" cy="7" r=".6" />
    </svg>
  );
}
