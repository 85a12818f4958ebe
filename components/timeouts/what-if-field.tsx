"use client";

import { useId } from "react";
import type { ReplayedTimer } from "@/lib/domain/session/what-if";
import { Chip, ChipGroup } from "../ui/chip";
import { FieldError } from "../ui/field";
import { PRESETS } from "./what-if-draft";
import { minutesWords, TIMER_QUESTION } from "./what-if-words";

export interface WhatIfFieldProps {
  timer: ReplayedTimer;
  /** Minutes; 0 is off, null is not known. */
  now: number | null;
  /** What is typed; empty: as it is now. */
  text: string;
  fault: string | undefined;
  onChange: (text: string) => void;
}

/** One timer: the value that holds, some that are often chosen, off, and any number of minutes. */
export function WhatIfField({ timer, now, text, fault, onChange }: WhatIfFieldProps) {
  const id = useId();
  const question = TIMER_QUESTION[timer];
  const presets = [...PRESETS[timer].filter((minutes) => minutes !== now), ...(now === 0 ? [] : [0])];
  return (
    <div className="grid gap-x-3 gap-y-1.5 @2xl:grid-cols-[13.5rem_minmax(0,1fr)] @2xl:items-center">
      <label htmlFor={id} className="text-muted">
        {question}
      </label>
      <div className="flex flex-wrap items-center gap-2">
        <ChipGroup label={question}>
          <Chip on={text === ""} onChange={() => onChange("")}>
            {now === null ? "as now (not known)" : `${minutesWords(now)} (now)`}
          </Chip>
          {presets.map((minutes) => (
            <Chip key={minutes} on={text === `${minutes}`} onChange={(on) => onChange(on ? `${minutes}` : "")}>
              {minutesWords(minutes)}
            </Chip>
          ))}
        </ChipGroup>
        <span className="flex items-center gap-1.5 text-muted text-small">
          <input
            id={id}
            inputMode="decimal"
            autoComplete="off"
            placeholder="own"
            value={text}
            onChange={(event) => onChange(event.target.value)}
            aria-invalid={fault ? true : undefined}
            aria-describedby={fault ? `${id}-fault` : `${id}-unit`}
            className={`h-7 w-18 rounded-control border bg-panel px-2 text-ink placeholder:text-faint ${fault ? "border-bad" : "border-line-control"}`}
          />
          <span id={`${id}-unit`}>min</span>
        </span>
      </div>
      {fault && (
        <div className="@2xl:col-start-2">
          <FieldError id={`${id}-fault`}>{fault}</FieldError>
        </div>
      )}
    </div>
  );
}
