"use client";

import { useQuery } from "@tanstack/react-query";
import { scenariosQuery } from "@/lib/api/query";
import { PageTitle } from "../shell/page-title";
import { QueryStates } from "../shell/query-states";
import { SkeletonRows } from "../ui/skeleton";
import { ClockPanel } from "./clock-panel";
import { ScenarioPanel } from "./scenario-panel";

const POLL_MS = 5_000;

/** What an administrator does to a practice site: make things happen in it, and let its time pass. */
export function PracticeView() {
  const query = useQuery({ ...scenariosQuery(), refetchInterval: POLL_MS });
  return (
    <>
      <PageTitle title="Practice site" note="a simulated site: nothing here reaches a real one" />
      <QueryStates query={query} skeleton={<SkeletonRows rows={12} />}>
        {({ scenarios }) => (
          <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,2fr)_minmax(20rem,1fr)]">
            <div className="flex flex-col gap-4">
              <ScenarioPanel
                title="Ghosts"
                note="sessions that can never finish, or that no server has"
                scenarios={scenarios.filter(({ kind }) => kind === "ghost")}
              />
              <ScenarioPanel
                title="Look-alikes"
                note="what is easily taken for a ghost, and is none"
                scenarios={scenarios.filter(({ kind }) => kind === "look-alike")}
              />
              <ScenarioPanel
                title="Plumbing"
                note="faults of databases and clocks; they end by themselves, in real time"
                scenarios={scenarios.filter(({ kind }) => kind === "plumbing")}
              />
            </div>
            <ClockPanel />
          </div>
        )}
      </QueryStates>
    </>
  );
}
