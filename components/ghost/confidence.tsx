import type { Confidence as ConfidenceLevel } from "@/lib/domain/ghost/classes";
import { classes } from "../ui/classes";
import { CONFIDENCE } from "./ghost-words";

const SQUARES = [1, 2, 3];

/** How sure it is: a word, and as many of three small squares as it weighs. */
export function Confidence({ level }: { level: ConfidenceLevel }) {
  const { label, meaning, squares } = CONFIDENCE[level];
  return (
    <span title={meaning} className="inline-flex items-center gap-2 whitespace-nowrap align-middle">
      <span aria-hidden className="flex gap-0.75">
        {SQUARES.map((square) => (
          <span
            key={square}
            data-meaning="colour"
            className={classes("size-2 rounded-[1.5px] border border-line-control", square <= squares && "bg-muted")}
          />
        ))}
      </span>
      {label}
    </span>
  );
}
