import type { SourceStatus } from "@/lib/api/contract/envelope";
import type { SourceName, SourceState } from "@/lib/domain/snapshot";
import type { Tone } from "../ui/tone";
import { listOfWords } from "../words";

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
const MEANING: Record<SourceState, ((sources: string) => string) | null> = {
  reading: null,
  ok: null,
  absent: null,
  stale: (sources) => `The ${sources} may be out of date.`,
  slow: (sources) => `Reading the ${sources} takes long: what is shown lags behind.`,
  lost: (sources) => `The ${sources} cannot be read.`,
};

/** Since when a problem lasts: stale, of the newest thing written; lost, of the last good read. */
const SINCE: Record<SourceState, (source: SourceStatus) => string | null> = {
  reading: () => null,
  ok: () => null,
  absent: () => null,
  slow: () => null,
  stale: ({ newestChange }) => newestChange,
  lost: ({ asOf }) => asOf,
};

export interface SourceProblem {
  readonly state: SourceState;
  readonly tone: "warn" | "bad";
  readonly title: string;
  /** What went wrong, as the server put it. */
  readonly detail: string | null;
  /** Since when: of the last good read, or of the newest thing written. */
  readonly since: string | null;
  /** The page as a whole is not what the site is now. */
  readonly stale: boolean;
}

/** What a person should know about the sources, the worst first; sources that fail alike are told together. */
export function sourceProblems(sources: readonly SourceStatus[]): SourceProblem[] {
  const alike = new Map<string, SourceStatus[]>();
  for (const source of sources) {
    if (!MEANING[source.state]) continue;
    const kind = `${source.state} ${source.problem ?? ""}`;
    alike.set(kind, [...(alike.get(kind) ?? []), source]);
  }
  const problems = [...alike.values()].flatMap(problemOf);
  return problems.sort((a, b) => Number(b.stale) - Number(a.stale));
}

/** What sources of one state have in common; dated by the first of them. */
function problemOf(sources: readonly SourceStatus[]): SourceProblem[] {
  const [first] = sources;
  const meaning = first && MEANING[first.state];
  if (!meaning) return [];
  const lost = first.state === "lost";
  return [
    {
      state: first.state,
      tone: lost ? "bad" : "warn",
      title: meaning(listOfWords(sources.map(({ name }) => lowerFirst(SOURCE_LABEL[name])))),
      detail: first.problem,
      since: SINCE[first.state](first),
      stale: lost && sources.some(({ name }) => name === "monitor"),
    },
  ];
}

/** `Monitoring tables` inside a sentence. */
function lowerFirst(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}
