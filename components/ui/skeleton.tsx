import { classes } from "./classes";

/** The place of something that is still being read. Its size comes from classes: nothing jumps when the thing arrives. */
export function Skeleton({ className }: { className: string }) {
  return <span aria-hidden className={classes("block rounded-small bg-hover", className)} />;
}

const WIDTHS = ["w-24", "w-40", "w-32", "w-28", "w-36"];

/** Rows that are still being read. */
export function SkeletonRows({ rows }: { rows: number }) {
  return (
    <div aria-hidden className="divide-y divide-line">
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no other identity
        <div key={index} className="flex h-9 items-center gap-8 px-4">
          <Skeleton className={`h-3 ${WIDTHS[index % WIDTHS.length]}`} />
          <Skeleton className={`h-3 ${WIDTHS[(index + 2) % WIDTHS.length]}`} />
          <Skeleton className="ml-auto h-3 w-16" />
        </div>
      ))}
    </div>
  );
}
