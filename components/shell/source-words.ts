import type { SourceStatus } from "@/lib/api/contract/envelope";
import type { SourceName, SourceState } from "@/lib/domain/snapshot";
import type { Tone } from "../ui/tone";

/** What the sources are called on screen. */
export const SOURCE_LABEL: Record<SourceName, string> = {
  monitor: "Monitoring tables",
  broker: "Broker tables",
  sdk: "Broker SDK",
};

export const SOURCE_STATE: Record<SourceState, { word: string; tone: Tone }> = {
  reading: { word: "Being read", tone: "info" },
  ok: { word: "Read", tone: "ok" },
  stale: { word: "Stale", tone: "warn" },
  slow: { word: "Slow", tone: "warn" },
  lost: { word: "Lost", tone: "bad" },
  absent: { word: "Not configured", tone: "unknown" },
};

/** What the state means for what is on screen; null where a person need not think about it. */
const MEANING: Record<SourceState, ((source: string) => string) | null> = {
  reading: null,
  ok: null,
  absent: null,
  stale: (source) => `Nothing new has been written into the ${source}.`,
  slow: (source) => `The ${source} answer slowly: what is shown lags behind.`,
  lost: (source) => `The ${source} cannot be read.`,
};

export interface SourceProblem {
  readonly name: SourceName;
  readonly tone: "warn" | "bad";
  readonly title: string;
  /** What went wrong, as the server put it. */
  readonly detail: string | null;
  /** Since when: of the last good read, or of the newest thing written. */
  readonly since: string | null;
  /** The page as a whole is not what the site is now. */
  readonly stale: boolean;
}

/** The sources that a person should know about, the worst first. */
export function sourceProblems(sources: readonly SourceStatus[]): SourceProblem[] {
  const problems = sources.flatMap((source) => {
    const title = MEANING[source.state]?.(lowerFirst(SOURCE_LABEL[source.name]));
    return title === undefined ? [] : [problemOf(source, title)];
  });
  return problems.sort((a, b) => Number(b.stale) - Number(a.stale));
}

function problemOf(source: SourceStatus, title: string): SourceProblem {
  const lost = source.state === "lost";
  return {
    name: source.name,
    tone: lost ? "bad" : "warn",
    title,
    detail: source.problem,
    since: source.state === "stale" ? source.newestChange : source.asOf,
    stale: lost && source.name === "monitor",
  };
}

/** `Monitoring tables` inside a sentence; `Broker SDK` keeps its capitals. */
function lowerFirst(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}
