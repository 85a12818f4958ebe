"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { FastForward } from "lucide-react";
import { type FormEvent, useState } from "react";
import { advanceClock } from "@/lib/api/query";
import { useLiveLine } from "../shell/site";
import { Button } from "../ui/button";
import { useNow, useZone } from "../ui/clock";
import { FieldError, TextField } from "../ui/field";
import { Panel } from "../ui/panel";
import { Select } from "../ui/select";
import { formatDuration, formatExact, formatUtc, zoneName } from "../ui/time-format";
import { durationMs, isoDuration, parseAmount, UNIT_OPTIONS, type Unit } from "./duration";

const STEPS: readonly { amount: number; unit: Unit; label: string }[] = [
  { amount: 15, unit: "minutes", label: "15 min" },
  { amount: 1, unit: "hours", label: "1 h" },
  { amount: 8, unit: "hours", label: "8 h" },
  { amount: 1, unit: "days", label: "1 day" },
];

interface Span {
  readonly amount: number;
  readonly unit: Unit;
}

/** The site's clock and how to move it; everything in between happens, minute by minute. */
export function ClockPanel() {
  const client = useQueryClient();
  const now = useNow(1000, { evenFrozen: true });
  const zone = useZone();
  const [from, setFrom] = useState(now);
  const move = useMutation({
    mutationFn: ({ amount, unit }: Span) => advanceClock(isoDuration(amount, unit)),
    onMutate: () => setFrom(now),
    onSettled: () => client.invalidateQueries(),
  });
  const step = (span: Span) => move.mutate(span);
  return (
    <Panel title="Clock" note="of the practice site">
      <div className="flex flex-col gap-4 p-4">
        <p title={formatUtc(now)}>
          <time dateTime={new Date(now).toISOString()} className="font-semibold text-sentence">
            {formatExact(now, zone)}
          </time>{" "}
          <span className="text-muted">{zoneName(zone, now)}</span>
        </p>
        {move.isPending ? (
          <Moving from={from} span={move.variables} />
        ) : (
          <>
            {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a form's look and meaning */}
            <div role="group" aria-label="Move the clock on" className="flex flex-wrap gap-2">
              {STEPS.map(({ label, ...span }) => (
                <Button
                  key={label}
                  icon={FastForward}
                  aria-label={`Move the clock on by ${label}`}
                  onClick={() => step(span)}
                >
                  {label}
                </Button>
              ))}
            </div>
            <OtherSpan onMove={step} />
          </>
        )}
        {move.error && <FieldError>{move.error.message}</FieldError>}
        <p className="text-muted text-small">
          The site lives through every minute in between, and each is read, as if somebody had waited. A day takes some
          time; at most 14 days at once.
        </p>
      </div>
    </Panel>
  );
}

function OtherSpan({ onMove }: { onMove: (span: Span) => void }) {
  const [text, setText] = useState("");
  const [unit, setUnit] = useState<Unit>("hours");
  const [refused, setRefused] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const amount = parseAmount(text);
    setRefused(amount === null);
    if (amount !== null) onMove({ amount, unit });
  };
  return (
    <form onSubmit={submit} className="flex items-end gap-2">
      <TextField
        label="Another span"
        className="flex-1"
        inputMode="numeric"
        autoComplete="off"
        value={text}
        error={refused ? "Write a whole number." : null}
        onChange={(event) => setText(event.target.value)}
      />
      <Select label="Unit" value={unit} options={UNIT_OPTIONS} onChange={setUnit} className="w-28" />
      <Button type="submit" className="h-9">
        Move
      </Button>
    </form>
  );
}

/** How far the readings have come on the way. */
function Moving({ from, span }: { from: number; span: Span }) {
  const live = useLiveLine();
  const total = durationMs(span.amount, span.unit);
  const done = live.asOf === null ? 0 : Math.max(0, Math.min(total, Date.parse(live.asOf) - from));
  const percent = Math.round((done / total) * 100);
  const words = `Moving on by ${formatDuration(total)}: ${formatDuration(done)} lived through`;
  return (
    <div className="flex flex-col gap-2">
      <span role="status">{words}</span>
      <div
        role="progressbar"
        aria-label="Moving the clock"
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        className="h-2 overflow-hidden rounded-full bg-sunken outline-1 outline-line -outline-offset-1"
      >
        <div data-meaning="colour" className="h-full bg-accent" style={{ width: `${percent}%` }} />
      </div>
    </div>
  );
}
