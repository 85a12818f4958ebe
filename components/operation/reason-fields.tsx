"use client";

import { errorOfField } from "../people/form-error";
import { TextField } from "../ui/field";
import { isReason, REASON_MAX, useRecentReasons } from "./recent-reasons";

interface Said {
  readonly reason: string;
  readonly ticket: string;
}

const TICKET_MAX = 64;

/** Why, and for which ticket: kept with the operation. */
export function ReasonFields({
  said,
  onChange,
  ticketNeeded,
  checked,
  error,
}: {
  said: Said;
  onChange: (said: Said) => void;
  ticketNeeded: boolean;
  /** It was tried to send: what is missing says so. */
  checked: boolean;
  error: Error | null;
}) {
  const [reasons] = useRecentReasons();
  const short = checked && !isReason(said.reason) ? "Say in a few words why." : null;
  const missing = checked && ticketNeeded && said.ticket.trim() === "" ? "A ticket number is needed here." : null;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-start gap-3">
        <TextField
          label="Why"
          autoComplete="off"
          required
          maxLength={REASON_MAX}
          className="min-w-56 flex-1"
          value={said.reason}
          error={short ?? errorOfField(error, "reason")}
          onChange={(event) => onChange({ ...said, reason: event.target.value })}
        />
        <TextField
          label={ticketNeeded ? "Ticket number" : "Ticket number (optional)"}
          autoComplete="off"
          required={ticketNeeded}
          maxLength={TICKET_MAX}
          className="w-52 max-sm:w-full"
          value={said.ticket}
          error={missing ?? errorOfField(error, "ticket")}
          onChange={(event) => onChange({ ...said, ticket: event.target.value })}
        />
      </div>
      {reasons.length > 0 && (
        <fieldset className="flex flex-wrap items-center gap-2">
          <legend className="sr-only">Reasons you gave before</legend>
          {reasons.map((reason) => (
            <button
              key={reason}
              type="button"
              onClick={() => onChange({ ...said, reason })}
              className="inline-flex h-7 max-w-full items-center truncate rounded-full border border-line-strong bg-panel px-2.5 text-muted text-small hover:bg-hover hover:text-ink"
            >
              {reason}
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
}
