import type { ActionSettingName, ActionSettings } from "./settings";
import type { Verb } from "./verbs";

/** How much may be done within an hour, by one person and by everybody together. */

export const CAP_WINDOW_MS = 3_600_000;

interface Cap {
  readonly verbs: readonly Verb[];
  readonly person: ActionSettingName;
  readonly site: ActionSettingName;
  /** What is counted, for the sentence. */
  readonly counted: readonly [one: string, many: string];
}

const CAPS: readonly Cap[] = [
  {
    verbs: ["restart-agent"],
    person: "restartsPerPersonPerHour",
    site: "restartsPerSitePerHour",
    counted: ["restart of a broker agent", "restarts of broker agents"],
  },
  {
    verbs: ["power"],
    person: "powerActionsPerPersonPerHour",
    site: "powerActionsPerSitePerHour",
    counted: ["power action", "power actions"],
  },
  {
    verbs: ["log-off", "disconnect", "hide"],
    person: "sessionActionsPerPersonPerHour",
    site: "sessionActionsPerSitePerHour",
    counted: ["session acted on", "sessions acted on"],
  },
];

/** The verbs that count together with this one; null where nothing limits it. */
export function countedWith(verb: Verb): readonly Verb[] | null {
  return CAPS.find(({ verbs }) => verbs.includes(verb))?.verbs ?? null;
}

/** Acts of the last hour, oldest first, as instants of the wall clock. */
export interface Done {
  readonly byPerson: readonly number[];
  readonly bySite: readonly number[];
}

/** Which cap `more` acts at `now` would pass, as a sentence, and in how many seconds one more is possible; null where they fit. */
export function capPassed(
  verb: Verb,
  more: number,
  done: Done,
  settings: ActionSettings,
  now: number,
): { readonly sentence: string; readonly retryAfterSeconds: number } | null {
  const cap = CAPS.find(({ verbs }) => verbs.includes(verb));
  if (!cap) return null;
  for (const [who, times] of [
    ["person", done.byPerson],
    ["site", done.bySite],
  ] as const) {
    const most = Number(settings[cap[who]]);
    if (times.length + more <= most) continue;
    // So many of the oldest have to leave the window before these fit.
    const leaving = times[Math.min(times.length - 1, Math.max(0, times.length + more - most - 1))];
    const waitMs = leaving === undefined ? CAP_WINDOW_MS : Math.max(1_000, leaving + CAP_WINDOW_MS - now);
    return { sentence: sentenceOf(who, most, cap.counted, more, waitMs), retryAfterSeconds: Math.ceil(waitMs / 1_000) };
  }
  return null;
}

function sentenceOf(who: "person" | "site", most: number, [one, many]: Cap["counted"], more: number, waitMs: number) {
  const whose = who === "person" ? "One person may do" : "Everybody together may do";
  const limit = `${whose} ${most} ${most === 1 ? one : many} within an hour, and that is reached.`;
  if (more > most) return `${whose} ${most} ${most === 1 ? one : many} within an hour; this would be ${more} at once.`;
  const minutes = Math.ceil(waitMs / 60_000);
  return `${limit} The next is possible in ${minutes} ${minutes === 1 ? "minute" : "minutes"}.`;
}
