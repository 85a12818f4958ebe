import type { WhatIfBody, WhatIfResponse } from "@/lib/api/contract/timeouts";
import { requireReplayable } from "@/lib/collector/history-question";
import type { HistoryDesk } from "@/lib/collector/runtime";
import { REPLAYED_TIMERS, type ReplayTotals, type WhatIf } from "@/lib/domain/session/what-if";
import type { Instant } from "@/lib/domain/site";
import { DeskError } from "@/lib/errors";
import { isoOf, isoOrNull, type Reading } from "./envelope";
import { resolveGroupKey } from "./resolve-key";
import { siteIndex } from "./site-index";
import { assumptionsOf } from "./what-if-assumptions";
import { minutesOf, timersAsked, timersNow } from "./what-if-limits";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const USUAL_DAYS = 7;

/**
 * What other timers of a delivery group would have saved or cost. Throws DeskError `not-found` and `conflict` for the group, `invalid` for
 * a time or limits that cannot be, and what the history answers: `unavailable`, `limited`.
 */
export async function readWhatIf(
  reading: Reading,
  { history, askedBy }: { readonly history: HistoryDesk; readonly askedBy: string },
  body: WhatIfBody,
): Promise<WhatIfResponse> {
  const index = siteIndex(reading.site);
  const groupKey = resolveGroupKey(index, body.group, "group");
  const { limits: now, sources, notes } = timersNow(index.snapshot, groupKey);
  const changed = timersAsked(now, body.timers);
  const { from, to } = timeAsked(body, reading.now);
  requireReplayable({ from, to, changed });
  const { answer, historyFrom } = await history.whatIf({ groupKey, from, to, now, changed }, askedBy);
  return {
    group: { key: groupKey, name: index.snapshot.groups.get(groupKey)?.name ?? groupKey },
    ...{ from: isoOf(from), to: isoOf(to), historyFrom: isoOrNull(historyFrom) },
    timers: REPLAYED_TIMERS.map((timer) => ({
      timer,
      nowMinutes: minutesOf(now[timer]),
      thenMinutes: minutesOf(changed[timer]),
      source: sources[timer],
    })),
    ...figuresOf(answer),
    assumptions: assumptionsOf({ answer, now, changed, notes, isShortened: answer.from > from }),
  };
}

/** By whole minutes where nothing is said, so that two who ask within one minute ask the same. */
function timeAsked(body: WhatIfBody, now: Instant): { readonly from: Instant; readonly to: Instant } {
  const asked = body.to === undefined ? Math.floor(now / MINUTE_MS) * MINUTE_MS : Date.parse(body.to);
  // A browser's clock may be a little ahead of the site's.
  if (asked > now + MINUTE_MS)
    throw new DeskError("invalid", "The time to replay ends in the future.", { field: "to" });
  const to = Math.min(asked, now);
  return { from: body.from === undefined ? to - USUAL_DAYS * DAY_MS : Date.parse(body.from), to };
}

function figuresOf(answer: WhatIf) {
  const { sessions, logonsMore, logonsFewer, logonMedianMs } = answer;
  return {
    ...{ sessions, logonsMore, logonsFewer },
    now: roundedMeans(answer.now),
    changed: roundedMeans(answer.changed),
    waitingMinutes: rounded(answer.waitingMs / MINUTE_MS),
    logonSeconds: logonMedianMs === null ? null : rounded(logonMedianMs / 1_000),
    days: rounded((answer.to - answer.from) / DAY_MS),
    series: answer.series.map(({ at, ...counts }) => ({ at: isoOf(at), ...counts })),
  };
}

function roundedMeans(totals: ReplayTotals): ReplayTotals {
  return { ...totals, licencesMean: rounded(totals.licencesMean), slotsMean: rounded(totals.slotsMean) };
}

/** To a hundredth; never minus zero. */
const rounded = (value: number) => Math.round(value * 100) / 100 + 0;
