"use client";

import Link from "next/link";
import type { TimeoutGroup } from "@/lib/api/contract/timeouts";
import { routes } from "../routes";
import { LIFE, LIFE_PARTS, PART_STATES } from "../session/life-words";
import { EmptyState } from "../ui/empty-state";
import { Panel } from "../ui/panel";
import { SimpleCell, SimpleTable } from "../ui/simple-table";
import { Time } from "../ui/time";
import { useNarrow } from "../ui/use-narrow";
import { countOf, formatNumber } from "../words";
import { PARTS } from "./diagram-layout";
import { groupLimits } from "./group-limit-words";

const COLUMNS = [
  { title: "Delivery group" },
  { title: "Sessions", align: "end" },
  ...LIFE_PARTS.map((part) => ({ title: PARTS[part].title })),
  { title: "Limits" },
  { title: "Next deadline" },
] as const;

/** Every delivery group: its sessions by place, the limits that hold in it and who set them, and what is due next. */
export function GroupTable({ groups }: { groups: readonly TimeoutGroup[] }) {
  const narrow = useNarrow();
  return (
    <Panel title="By delivery group" note={countOf(groups.length, "group")}>
      {groups.length === 0 ? (
        <EmptyState kind="none" title="No delivery group has a session." />
      ) : narrow ? (
        <GroupCards groups={groups} />
      ) : (
        <SimpleTable label="Delivery groups" columns={COLUMNS}>
          {groups.map((group) => (
            <GroupRow key={group.key} group={group} />
          ))}
        </SimpleTable>
      )}
    </Panel>
  );
}

/** The same on a small screen: what is set stands under the counts. */
function GroupCards({ groups }: { groups: readonly TimeoutGroup[] }) {
  return (
    <ul aria-label="Delivery groups" className="divide-y divide-line">
      {groups.map((group) => (
        <li key={group.key} className="flex flex-col gap-2 px-4 py-2.5">
          <div className="flex items-baseline gap-3">
            <GroupLink group={group} />
            <span className="text-muted text-small">{countOf(group.sessions, "session")}</span>
            <span className="ml-auto text-small">
              <span className="text-muted">next </span>
              <Next at={group.nextAt} />
            </span>
          </div>
          <div className="grid grid-cols-3 gap-2">
            {LIFE_PARTS.map((part) => (
              <div key={part}>
                <p className="text-muted text-small">{PARTS[part].title}</p>
                <PartCounts group={group} part={part} />
              </div>
            ))}
          </div>
          <Limits limits={group.limits} />
        </li>
      ))}
    </ul>
  );
}

function GroupLink({ group }: { group: TimeoutGroup }) {
  return (
    <Link href={routes.timeoutsWhere({ group: group.key })} className="name-link">
      {group.name}
    </Link>
  );
}

function Next({ at }: { at: string | null }) {
  return at ? <Time at={at} /> : <span className="text-faint text-small">none known</span>;
}

function GroupRow({ group }: { group: TimeoutGroup }) {
  return (
    <tr className="align-top [&>*]:py-2.5">
      <SimpleCell head>
        <GroupLink group={group} />
      </SimpleCell>
      <SimpleCell align="end">{formatNumber(group.sessions)}</SimpleCell>
      {LIFE_PARTS.map((part) => (
        <SimpleCell key={part}>
          <PartCounts group={group} part={part} />
        </SimpleCell>
      ))}
      <SimpleCell>
        <Limits limits={group.limits} />
      </SimpleCell>
      <SimpleCell>
        {group.nextAt ? <Time at={group.nextAt} /> : <span className="text-faint text-small">none known</span>}
      </SimpleCell>
    </tr>
  );
}

function PartCounts({ group, part }: { group: TimeoutGroup; part: keyof typeof PART_STATES }) {
  const shown = PART_STATES[part].filter((state) => (group.states[state] ?? 0) > 0);
  if (shown.length === 0) return <span className="text-faint">0</span>;
  return (
    <ul>
      {shown.map((state) => (
        <li key={state}>
          <Link
            href={routes.sessionsWhere({ life: state, group: group.key })}
            className="name-link inline-flex min-h-6 items-center"
          >
            {formatNumber(group.states[state] ?? 0)}
            <span className="ml-1.5 font-normal text-muted text-small">{LIFE[state].word.toLowerCase()}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Limits({ limits }: { limits: TimeoutGroup["limits"] }) {
  const { told, unread } = groupLimits(limits);
  return (
    <ul className="min-w-60 whitespace-normal text-small">
      {told.map((words) => (
        <li key={words}>{words}</li>
      ))}
      {unread && <li className="text-faint">{unread}</li>}
      {limits.length === 0 && <li className="text-faint">not read</li>}
    </ul>
  );
}
