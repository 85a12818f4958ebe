import type { WhatIfResponse } from "@/lib/api/contract/timeouts";
import type { ReplayedTimer } from "@/lib/domain/session/what-if";
import { limitSpan } from "../session/limit-words";
import { countOf, formatNumber } from "../words";

/** The answer to a what-if, in words and signed numbers. */

export const TIMER_QUESTION: Record<ReplayedTimer, string> = {
  disconnected: "Disconnected, then ended after",
  "pre-launch-disconnect": "Pre-launched, then disconnected after",
  "pre-launch-terminate": "Pre-launched, then ended after",
  "linger-disconnect": "Lingering, then disconnected after",
  "linger-terminate": "Lingering, then ended after",
};

/** `15 min`, `8 h`, `off`. */
export function minutesWords(minutes: number): string {
  return minutes === 0 ? "off" : limitSpan(minutes * 60);
}

/** `7 days`, or hours where it is less than two days. */
export function daysWords(days: number): string {
  return days < 2 ? countOf(Math.max(1, Math.round(days * 24)), "hour") : countOf(Math.round(days), "day");
}

/** `−138`, `+41`, `±0`: a true minus sign, and never a bare zero. */
export function signed(value: number): string {
  if (value === 0) return "±0";
  return `${value < 0 ? "−" : "+"}${formatNumber(Math.abs(value))}`;
}

export interface Figure {
  readonly value: string;
  readonly name: string;
  /** The numbers behind it. */
  readonly note: string;
}

/** What would have changed: licences and slots at the peak, logons and waiting a day. */
export function whatIfFigures(answer: WhatIfResponse): Figure[] {
  const { now, changed, logonsMore, logonsFewer, waitingMinutes, logonSeconds } = answer;
  const days = Math.max(answer.days, 1 / 24);
  const logons = (logonsMore - logonsFewer) / days;
  const waiting = waitingMinutes / days;
  return [
    {
      value: signed(changed.licencesPeak - now.licencesPeak),
      name: "licences at the peak",
      note: `${formatNumber(now.licencesPeak)} now, ${formatNumber(changed.licencesPeak)} then`,
    },
    {
      value: signed(changed.slotsPeak - now.slotsPeak),
      name: "sessions at the peak",
      note: `${formatNumber(now.slotsPeak)} now, ${formatNumber(changed.slotsPeak)} then`,
    },
    {
      value: signed(rounded(logons)),
      name: "full logons a day",
      note: `${formatNumber(rounded(logonsMore / days))} more, ${formatNumber(rounded(logonsFewer / days))} fewer`,
    },
    {
      value: `${signed(rounded(waiting))} min`,
      name: waiting < 0 ? "less waiting a day, all people together" : "more waiting a day, all people together",
      note:
        logonSeconds === null
          ? "what a logon takes is not known"
          : `a logon takes ${limitSpan(logonSeconds)} in the middle`,
    },
  ];
}

/** Whole numbers, but one digit below ten: 0.4 logons a day is not none. */
function rounded(value: number): number {
  return Math.abs(value) < 10 ? Math.round(value * 10) / 10 : Math.round(value);
}

export interface DayPeaks {
  /** The first step of the day, ISO. */
  readonly at: string;
  readonly licencesNow: number;
  readonly licencesThen: number;
  readonly slotsNow: number;
  readonly slotsThen: number;
}

/** The peaks of each day by the calendar that `dayOf` tells, for those who read numbers rather than lines. */
export function peaksByDay(series: WhatIfResponse["series"], dayOf: (at: string) => string): DayPeaks[] {
  const days = new Map<string, DayPeaks>();
  for (const step of series) {
    const day = dayOf(step.at);
    const peak = days.get(day) ?? step;
    days.set(day, {
      at: peak.at,
      licencesNow: Math.max(peak.licencesNow, step.licencesNow),
      licencesThen: Math.max(peak.licencesThen, step.licencesThen),
      slotsNow: Math.max(peak.slotsNow, step.slotsNow),
      slotsThen: Math.max(peak.slotsThen, step.slotsThen),
    });
  }
  return [...days.values()];
}

/** What the two lines can show, and the fields it has now and as asked. */
export const LINES = {
  licences: { label: "Licences", now: "licencesNow", asked: "licencesThen" },
  slots: { label: "Sessions", now: "slotsNow", asked: "slotsThen" },
} as const;

export interface LineStep {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly now: number;
  readonly asked: number;
}

/** The steps of both lines; the last values hold until `to`. */
export function linesUntil(to: string, series: WhatIfResponse["series"], shown: keyof typeof LINES): LineStep[] {
  const { now, asked } = LINES[shown];
  const steps = series.map((step) => ({ at: Date.parse(step.at), now: step[now], asked: step[asked] }));
  const last = steps.at(-1);
  const end = Date.parse(to);
  return last && last.at < end ? [...steps, { ...last, at: end }] : steps;
}
