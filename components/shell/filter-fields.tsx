"use client";

import { dayOf, endOfDay, lastDayOf, startOfDay } from "../operation/day-range";
import { useZone } from "../ui/clock";
import { Select, type SelectOption } from "../ui/select";

const ANY = "any";

/** A choice among what is known, or any; what came with a link stands among it as it is. */
export function KnownSelect({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  /** Empty: any. */
  value: string;
  options: readonly SelectOption<string>[];
  onChange: (value: string) => void;
}) {
  const isKnown = value === "" || options.some((option) => option.value === value);
  return (
    <Select
      label={label}
      labelled="inside"
      className="max-w-64 max-sm:min-w-34 max-sm:flex-1"
      value={value || ANY}
      options={[{ value: ANY, label: "any" }, ...options, ...(isKnown ? [] : [{ value, label: value }])]}
      onChange={(next) => onChange(next === ANY ? "" : next)}
    />
  );
}

interface Days {
  /** ISO 8601; empty: without a beginning, or an end. */
  readonly from: string;
  readonly to: string;
}

/** From which day to which, by the calendar that the page tells; instants go out, so that a link is the same elsewhere. */
export function DaysFilter({ from, to, onChange }: Days & { onChange: (change: Partial<Days>) => void }) {
  const zone = useZone();
  return (
    <>
      <Day label="From" value={dayOf(from, zone)} onChange={(day) => onChange({ from: startOfDay(day, zone) ?? "" })} />
      <Day label="To" value={lastDayOf(to, zone)} onChange={(day) => onChange({ to: endOfDay(day, zone) ?? "" })} />
    </>
  );
}

function Day({ label, value, onChange }: { label: string; value: string; onChange: (day: string) => void }) {
  return (
    <label className="flex h-8 items-center gap-1 rounded-control border border-line-control bg-panel pl-2.5 text-muted text-small focus-within:outline-2 focus-within:outline-focus max-sm:flex-1">
      {label}
      <input
        type="date"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="h-full min-w-0 flex-1 rounded-control bg-transparent pr-2 pl-1 text-ink outline-none"
      />
    </label>
  );
}
