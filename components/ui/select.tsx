"use client";

import { Select as Base } from "@base-ui/react/select";
import { Check, ChevronDown } from "lucide-react";
import { classes } from "./classes";
import { POPUP } from "./popup";

export interface SelectOption<TValue extends string> {
  readonly value: TValue;
  readonly label: string;
}

export interface SelectProps<TValue extends string> {
  label: string;
  /** Shows the label in front of the value; otherwise only a screen reader hears it. */
  labelled?: boolean;
  value: TValue;
  options: readonly SelectOption<TValue>[];
  onChange: (value: TValue) => void;
  name?: string;
  id?: string;
  className?: string;
}

/** One choice out of a list. */
export function Select<TValue extends string>(props: SelectProps<TValue>) {
  const { label, labelled = false, value, options, onChange, className } = props;
  const chosen = options.find((option) => option.value === value)?.label ?? value;
  return (
    <Base.Root
      value={value}
      items={options.map((option) => ({ value: option.value, label: option.label }))}
      {...(props.name ? { name: props.name } : {})}
      onValueChange={(next) => next !== null && onChange(next as TValue)}
    >
      <Base.Trigger
        id={props.id}
        aria-label={`${label}: ${chosen}`}
        className={classes(
          "inline-flex h-8 min-w-0 max-w-full items-center gap-1.5 rounded-control border border-line-control bg-panel pr-2 pl-2.5 text-small hover:bg-hover",
          className,
        )}
      >
        {labelled && <span className="text-muted">{label}</span>}
        <span className="truncate">
          <Base.Value />
        </span>
        <Base.Icon className="ml-auto">
          <ChevronDown aria-hidden className="size-3.5 text-faint" />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} align="start" className="z-40">
          <Base.Popup className={classes(POPUP, "max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto")}>
            <Base.List>
              {options.map((option) => (
                <Base.Item
                  key={option.value}
                  value={option.value}
                  className="flex min-h-8 cursor-default items-center gap-2 rounded-control pr-3 pl-2 outline-none data-highlighted:bg-hover"
                >
                  <span className="grid w-4 place-items-center">
                    <Base.ItemIndicator>
                      <Check aria-hidden className="size-3.5" />
                    </Base.ItemIndicator>
                  </span>
                  <Base.ItemText>{option.label}</Base.ItemText>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
