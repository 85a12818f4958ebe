import { stepMsFor } from "@/lib/domain/session/replay/at-once";
import { limitsToReplay, reachBackMs } from "@/lib/domain/session/replay/expiry";
import { replay } from "@/lib/domain/session/replay/replay";
import type { WhatIf } from "@/lib/domain/session/what-if";
import type { Instant } from "@/lib/domain/site";
import { DeskError, type ErrorCode } from "@/lib/errors";
import { checkColumns, MONITOR_NEEDS } from "@/lib/site/tables/columns";
import type { TablesDatabase } from "@/lib/site/tables/database";
import { readHistoryStart, readTraces } from "@/lib/site/tables/read-traces";
import { ColumnList } from "@/lib/site/tables/select";
import { requireReplayable } from "./history-question";
import type { WhatIfQuestion } from "./runtime";

/** What the site's history answers, and what passes between the serving thread and the thread that asks it. */

export const SESSIONS_MAX = 200_000;

export interface HistoryOptions {
  readonly monitorUrl: string;
}

export interface HistoryAnswer {
  readonly answer: WhatIf;
  readonly historyFrom: Instant | null;
}

export interface HistoryCommand {
  readonly id: number;
  readonly question: WhatIfQuestion;
}

export type HistoryMessage =
  | { readonly id: number; readonly answered: HistoryAnswer }
  /** A DeskError as it crosses the thread; what really happened is a text by then. */
  | {
      readonly id: number;
      readonly failed: {
        readonly code: ErrorCode;
        readonly message: string;
        readonly field?: string;
        readonly cause: string;
      };
    };

type Asked = Pick<TablesDatabase, "dialect" | "query">;

/**
 * Replays one group's sessions of that time, as far back as the tables keep them. Rejects as {@link readTraces} does, and with
 * `invalid` where the time or the limits cannot be.
 */
export async function answerWhatIf(database: Asked, question: WhatIfQuestion): Promise<HistoryAnswer> {
  requireReplayable(question);
  const { groupKey, to, now } = question;
  const historyFrom = await readHistoryStart(database);
  const from = Math.max(question.from, historyFrom ?? question.from);
  if (from >= to) {
    throw new DeskError("invalid", "The site does not keep sessions for that long: its history begins later.", {
      field: "from",
    });
  }
  const list = new ColumnList(database.dialect, await checkColumns(database, MONITOR_NEEDS));
  const changed = limitsToReplay(now, question.changed);
  const asked = { groupKey, from: from - reachBackMs(now, changed), to, sessionsMax: SESSIONS_MAX };
  const traces = await readTraces(database, list, asked);
  return { answer: replay(traces, now, changed, { from, to, stepMs: stepMsFor(to - from) }), historyFrom };
}
