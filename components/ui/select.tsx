"use client";

import { ChevronDown } from "lucide-react";
import { useId } from "react";
import { classes } from "./classes";

export interface SelectOption<TValue extends string> {
  readonly value: TValue;
  readonly label: string;
}

export interface SelectProps<TValue extends string> {
  label: string;
  /** Where the label stands; hidden, only a screen reader hears it. */
  labelled?: "above" | "inside" | "hidden";
  value: TValue;
  options: readonly SelectOption<TValue>[];
  onChange: (value: TValue) => void;
  className?: string;
}

/** One choice out of a list: the browser's own control, which every keyboard, screen reader and phone knows. */
export function Select<TValue extends string>(props: SelectProps<TValue>) {
  const { label, labelled = "hidden", value, options, onChange, className } = props;
  const id = useId();
  const change = (chosen: string) => {
    const option = options.find((each) => each.value === chosen);
    if (option) onChange(option.value);
  };
  return (
    <div className={classes("flex min-w-0 flex-col gap-1", className)}>
      {labelled === "above" && (
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
      )}
      <div
        className={classes(
          "relative flex items-center rounded-control border border-line-control bg-panel focus-within:outline-2 focus-within:outline-focus",
          labelled === "inside" ? "h-8 text-small" : "h-9",
        )}
      >
        {labelled === "inside" && (
          <label htmlFor={id} className="shrink-0 pl-2.5 text-muted">
            {label}
          </label>
        )}
        <select
          id={id}
          aria-label={labelled === "hidden" ? label : undefined}
          value={value}
          onChange={(event) => change(event.target.value)}
          className="h-full w-full min-w-0 cursor-pointer appearance-none truncate rounded-control bg-transparent pr-7 pl-2.5 outline-none"
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} className="bg-panel text-ink">
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown aria-hidden className="pointer-events-none absolute right-2 size-3.5 text-faint" />
      </div>
    </div>
  );
}
