import Link from "next/link";
import type { ReactNode } from "react";
import type { TimeoutsResponse } from "@/lib/api/contract/timeouts";
import { routes } from "../routes";
import { PART_STATES } from "../session/life-words";
import { Panel } from "../ui/panel";
import { countOf, formatNumber } from "../words";
import { statesHref } from "./diagram-links";
import { memoryWords } from "./memory-words";

/** What pre-launched and lingering sessions hold while nobody works in them. */
export function Standby({
  unknown,
  standby,
  filter,
}: {
  standby: TimeoutsResponse["standby"];
  /** Sessions whose application state nobody knows: some of them may belong here. */
  unknown: number;
  filter: { group: string; server: string };
}) {
  const { sessions, licences, megabytes, megabytesEach } = standby;
  const waiting = [...PART_STATES["pre-launched"], ...PART_STATES.lingering];
  return (
    <Panel title="Held while nobody works" note="pre-launched and lingering sessions">
      <dl className="grid grid-cols-3 gap-4 p-4 max-sm:grid-cols-1">
        <Held name="sessions that wait for an application">
          <Link href={statesHref(waiting, filter)} className="name-link">
            {formatNumber(sessions)}
          </Link>
        </Held>
        <Held name="licences held by these alone">{formatNumber(licences)}</Held>
        <Held
          name={
            <>
              of memory, assumed: {formatNumber(megabytesEach)} MB each,{" "}
              <Link href={routes.settings} className="text-link">
                a setting
              </Link>
            </>
          }
        >
          {memoryWords(megabytes)}
        </Held>
      </dl>
      {unknown > 0 && (
        <p className="px-4 pb-4 text-warn-text text-small">
          At least so much: {countOf(unknown, "session")} of unknown application state {unknown === 1 ? "is" : "are"}{" "}
          not in it.
        </p>
      )}
    </Panel>
  );
}

function Held({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-col-reverse justify-end">
      <dt className="text-muted text-small">{name}</dt>
      <dd className="font-semibold text-sentence">{children}</dd>
    </div>
  );
}
