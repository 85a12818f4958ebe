import type { LineLook } from "./chart-look";

/** Which line is which: a piece of each line, as it is drawn, and its name. */
export function LineKey({ lines }: { lines: readonly { name: string; look: LineLook }[] }) {
  return (
    <ul aria-label="Lines" className="flex flex-wrap gap-x-4 gap-y-1 text-muted text-small">
      {lines.map(({ name, look }) => (
        <li key={name} className="flex items-center gap-1.5">
          <svg aria-hidden="true" viewBox="0 0 24 4" className="h-1 w-6">
            <path d="M0 2H24" {...look} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
