"use client";

import { Banner } from "../ui/banner";
import { Age, Time } from "../ui/time";
import { useLiveLine, useStatus } from "./site";
import { type SourceProblem, sourceProblems } from "./source-words";

/** Says at the top of every page which source fails, since when, and what that means for what is shown. */
export function SourceBanner() {
  const live = useLiveLine();
  const status = useStatus();
  const sources = live.sources.length > 0 ? live.sources : (status?.sources ?? []);
  const asOf = live.asOf ?? status?.asOf ?? null;
  const skew = status?.site.clockSkewSeconds ?? 0;
  return (
    <>
      {live.state === "lost" && (
        <Banner tone="bad" title="Ghostdesk itself does not answer.">
          {asOf ? <LastRead at={asOf} /> : "It is tried again by itself."}
        </Banner>
      )}
      {sourceProblems(sources).map((problem) => (
        <ProblemBanner key={problem.title} problem={problem} />
      ))}
      {Math.abs(skew) >= 60 && (
        <Banner tone="warn" title="The clocks differ.">
          This server's clock is {Math.abs(Math.round(skew))} s {skew > 0 ? "ahead of" : "behind"} the site's. Times
          here follow the site.
        </Banner>
      )}
    </>
  );
}

function ProblemBanner({ problem }: { problem: SourceProblem }) {
  return (
    <Banner tone={problem.tone} title={problem.title}>
      {problem.detail && `${problem.detail} `}
      {problem.since &&
        (problem.stale ? (
          <LastRead at={problem.since} />
        ) : (
          <>
            Since <Time at={problem.since} focusable />.
          </>
        ))}
    </Banner>
  );
}

function LastRead({ at }: { at: string }) {
  return (
    <>
      What is shown is the last that was read, at <Time at={at} focusable /> (<Age since={at} live /> ago).
    </>
  );
}
