"use client";

import Link from "next/link";
import type { TimeoutsResponse } from "@/lib/api/contract/timeouts";
import { routes } from "../routes";
import { useNow, useZone } from "../ui/clock";
import { Panel } from "../ui/panel";
import { Segmented } from "../ui/segmented";
import { useStored } from "../ui/use-stored";
import { countOf, formatNumber, listOfWords } from "../words";
import { endedFlow, otherFlows } from "./diagram-arrows";
import { useDiagramFacts } from "./diagram-facts";
import { type DiagramFilter, statesHref } from "./diagram-links";
import { countedOf, countedWords, flowWords, otherWords } from "./flow-words";
import { StateDiagram } from "./state-diagram";
import { StateList } from "./state-list";

/** `4,200 sessions by state, flow in the last hour`. */
export function DiagramNote({ data }: { data: TimeoutsResponse }) {
  const now = useNow(60_000);
  const zone = useZone();
  return `${countOf(data.sessions, "session")} by state, ${countedWords(countedOf(data.flows, data.asOf), now, zone)}`;
}

const LAYOUTS = ["drawing", "list"] as const;
type Layout = (typeof LAYOUTS)[number];
const parseLayout = (stored: unknown): Layout => LAYOUTS.find((layout) => layout === stored) ?? "drawing";

/** Where sessions are in their lives: drawn where there is room for it, listed where there is not, or where one would rather read. */
export function Diagram({ data, filter }: { data: TimeoutsResponse; filter: DiagramFilter }) {
  const [layout, choose] = useStored("ghostdesk.timeouts.diagram", parseLayout);
  const facts = useDiagramFacts(data, filter);
  const ended = `Ended · ${flowWords(endedFlow(data.flows.rows), facts.counted)} · licence and slot free again`;
  const drawn = layout === "drawing";
  return (
    <Panel
      title="Where sessions are"
      note={<span className="max-md:hidden">a place or an arrow leads to its sessions</span>}
      end={
        <div className="hidden @min-[58rem]:block">
          <Segmented
            label="Shown as"
            value={layout}
            options={[
              { value: "drawing", label: "Drawing" },
              { value: "list", label: "List" },
            ]}
            onChange={choose}
          />
        </div>
      }
      className="@container"
    >
      {drawn && (
        <div className="hidden p-4 @min-[58rem]:block">
          <StateDiagram facts={facts} ended={ended} />
        </div>
      )}
      <div className={drawn ? "p-3 @min-[58rem]:hidden" : "p-3"}>
        <StateList facts={facts} ended={ended} />
      </div>
      <Beside data={data} filter={filter} />
    </Panel>
  );
}

/** What the diagram has no place for. */
function Beside({ data: { apart, flows }, filter }: { data: TimeoutsResponse; filter: DiagramFilter }) {
  const other = otherFlows(flows.rows);
  const narrowed = { ...(filter.group && { group: filter.group }), ...(filter.server && { server: filter.server }) };
  const notBrokered = routes.sessionsWhere({ state: "NonBrokeredSession", ...narrowed });
  return (
    <div className="flex flex-col gap-1 border-line border-t px-4 py-2 text-muted text-small">
      <p>
        Apart from these:{" "}
        <Link href={statesHref(["starting"], filter)} className="text-link">
          {formatNumber(apart.starting)} logging on
        </Link>
        ,{" "}
        <Link href={notBrokered} className="text-link">
          {formatNumber(apart.notBrokered)} not brokered
        </Link>{" "}
        (at the console or by RDP).
      </p>
      {apart.unknown > 0 && (
        <p className="text-warn-text">
          {countOf(apart.unknown, "session has", "sessions have")} no place here: what their applications are is
          unknown. Application states need the PowerShell bridge.
        </p>
      )}
      {other.length > 0 && <p>Other changes in the same time: {listOfWords(other.map(otherWords))}.</p>}
    </div>
  );
}
