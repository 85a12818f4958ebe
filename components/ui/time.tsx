"use client";

import { useNow, useZone } from "./clock";
import { formatAge, formatDuration, formatInstant, formatUtc } from "./time-format";
import { Tip } from "./tip";

const MINUTE = 60_000;

export interface TimeProps {
  /** ISO 8601, as it travels. */
  at: string;
  /** Can be reached with the keyboard, which then shows UTC; off inside tables, whose rows are what is reached. */
  focusable?: boolean;
}

/** An instant in the chosen zone; UTC to the second where it is pointed at or focused. */
export function Time({ at, focusable = false }: TimeProps) {
  const now = useNow(MINUTE);
  const zone = useZone();
  const instant = Date.parse(at);
  const words = formatInstant(instant, now, zone);
  if (!focusable) {
    return (
      <time dateTime={at} title={formatUtc(instant)}>
        {words}
      </time>
    );
  }
  return (
    <Tip text={formatUtc(instant)}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the only way by keyboard to the same instant in UTC */}
      <time dateTime={at} tabIndex={0} className="rounded-small">
        {words}
      </time>
    </Tip>
  );
}

/** How long ago something was, in minutes or more. `live`: it counts on even where the page's own clock stands still. */
export function Age({ since, live = false }: { since: string; live?: boolean }) {
  const now = useNow(MINUTE / 4, { evenFrozen: live });
  return (
    <time dateTime={since} title={formatUtc(Date.parse(since))}>
      {formatAge(now - Date.parse(since))}
    </time>
  );
}

/** An instant and, where it was today, how long ago: `08:12 2 h 05 min`. A date says the rest by itself. */
export function TimeAndAge({ at }: { at: string }) {
  const now = useNow(MINUTE / 4);
  const zone = useZone();
  const instant = Date.parse(at);
  const words = formatInstant(instant, now, zone);
  return (
    <time dateTime={at} title={formatUtc(instant)}>
      {words}
      {TODAY.test(words) && <span className="ml-1.5 text-faint text-small">{formatAge(now - instant)}</span>}
    </time>
  );
}

const TODAY = /^\d\d:\d\d$/;

/** How long ago something was, to the second; it counts on even where the page's own clock stands still. */
export function FreshAge({ since }: { since: string }) {
  const now = useNow(1000, { evenFrozen: true });
  return <time dateTime={since}>{formatDuration(now - Date.parse(since))}</time>;
}
