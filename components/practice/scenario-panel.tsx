"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CirclePlay, Play, Square } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import type { ScenarioRow } from "@/lib/api/contract/practice";
import { endScenario, scenariosQuery } from "@/lib/api/query";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { WallClock } from "../ui/clock";
import { Panel } from "../ui/panel";
import { Time } from "../ui/time";
import { showToast } from "../ui/toast";
import { scenarioTitle } from "./scenario-title";

const StartDialog = dynamic(() => import("./start-dialog").then((loaded) => loaded.StartDialog), { ssr: false });

export interface ScenarioPanelProps {
  title: string;
  note: string;
  scenarios: readonly ScenarioRow[];
}

export function ScenarioPanel({ title, note, scenarios }: ScenarioPanelProps) {
  const [asked, setAsked] = useState<ScenarioRow | null>(null);
  if (scenarios.length === 0) return null;
  return (
    <Panel title={title} note={note}>
      <ul className="divide-y divide-line">
        {scenarios.map((scenario) => (
          <Scenario key={scenario.name} scenario={scenario} onStart={() => setAsked(scenario)} />
        ))}
      </ul>
      {asked && <StartDialog scenario={asked} onClose={() => setAsked(null)} />}
    </Panel>
  );
}

function Scenario({ scenario, onStart }: { scenario: ScenarioRow; onStart: () => void }) {
  const client = useQueryClient();
  const title = scenarioTitle(scenario.name);
  const end = useMutation({
    mutationFn: () => endScenario(scenario.name),
    onSuccess: () => client.invalidateQueries({ queryKey: scenariosQuery().queryKey }),
    onError: (error) => showToast(`“${title}” did not end.`, { description: error.message, failed: true }),
  });
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1.5 px-4 py-2.5">
      <div className="min-w-60 flex-1">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {title}
          {scenario.running && (
            <Badge tone="info" icon={CirclePlay}>
              Running
            </Badge>
          )}
        </p>
        <p className="text-muted text-small">
          {scenario.summary}
          {scenario.running && <Span scenario={scenario} />}
        </p>
      </div>
      {scenario.running ? (
        <Button
          size="small"
          icon={Square}
          aria-label={`End ${title}`}
          pending={end.isPending}
          onClick={() => end.mutate()}
        >
          End
        </Button>
      ) : (
        <Button size="small" icon={Play} aria-label={`Start ${title}`} onClick={onStart}>
          Start…
        </Button>
      )}
    </li>
  );
}

function Span({ scenario }: { scenario: ScenarioRow }) {
  return (
    <>
      {scenario.startedAt && (
        <>
          {" "}
          Since <Time at={scenario.startedAt} />
        </>
      )}
      {scenario.endsAt && (
        <>
          , until <Ends at={scenario.endsAt} real={scenario.kind === "plumbing"} />
        </>
      )}
      .
    </>
  );
}

/** Faults of the plumbing end by real time, the others by the site's. */
function Ends({ at, real }: { at: string; real: boolean }) {
  if (!real) return <Time at={at} />;
  return (
    <WallClock>
      <Time at={at} /> real time
    </WallClock>
  );
}
