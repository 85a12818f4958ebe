"use client";

import type { OutageResponse } from "@/lib/api/contract/leases";
import { UNCOVERED_REASONS, type UncoveredReason } from "@/lib/domain/lease/outage";
import { KnownSelect } from "../shell/filter-fields";
import { Narrowed } from "../shell/narrowed";
import { Chip, ChipGroup } from "../ui/chip";
import { formatNumber } from "../words";
import { type ChangeParams, COVERAGES, type LeaseParams, WITHIN } from "./lease-search-params";
import { hasLeases } from "./outage-words";
import { PersonFilter } from "./person-filter";
import { COVERAGE, REASON } from "./reason-words";
import type { PairListRow } from "./use-pairs";

const WITHIN_LABEL = { "24h": "Falls out within 24 h", "3d": "Falls out within 3 days" } as const;

type Counted = Pick<OutageResponse, "covered" | "uncovered" | "unknown" | "falling" | "byReason">;

export interface PairFiltersProps {
  outage: OutageResponse;
  /** The newest answer of this person, server and group; what it counts stands on the chips. */
  scope: Counted;
  params: LeaseParams;
  change: ChangeParams;
  /** A row of the list: who a key stands for. */
  row: PairListRow | undefined;
}

/** What narrows the pairs: whether they are covered, why not, where, who, and how long still. */
export function PairFilters({ outage, scope, params, change, row }: PairFiltersProps) {
  const { coverage, why, within, group, user, server } = params;
  const all = (scope.covered ?? 0) + (scope.uncovered ?? 0) + (scope.unknown ?? 0);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <PersonFilter
        value={user}
        name={row?.userFullName ?? row?.user ?? null}
        onChange={(next) => change({ user: next })}
      />
      <KnownSelect
        label="Delivery group"
        value={group}
        options={outage.byGroup.map(({ key, name }) => ({ value: key ?? name, label: name }))}
        onChange={(next) => change({ group: next })}
      />
      <KnownSelect
        label="Why not"
        value={why ?? ""}
        options={reasonOptions(scope.byReason)}
        onChange={(next) => change({ why: reasonOf(next), coverage: null, within: null })}
      />
      {server && <Narrowed name="Server" value={row?.machine ?? server} onClear={() => change({ server: "" })} />}
      <ChipGroup label="In an outage">
        <Chip
          on={coverage === null && within === null && why === null}
          count={all}
          onChange={() => change({ coverage: null, within: null, why: null })}
        >
          All
        </Chip>
        {COVERAGES.map((each) => (
          <Chip
            key={each}
            on={coverage === each}
            count={scope[each] ?? undefined}
            onChange={(on) =>
              change({ coverage: on ? each : null, within: null, ...(each === "covered" ? { why: null } : {}) })
            }
          >
            {COVERAGE[each].label}
          </Chip>
        ))}
        {hasLeases(outage.era) &&
          scope.falling &&
          WITHIN.map((each) => (
            <Chip
              key={each}
              on={within === each}
              count={each === "24h" ? scope.falling?.day : scope.falling?.threeDays}
              onChange={(on) => change({ within: on ? each : null, coverage: null, why: null })}
            >
              {WITHIN_LABEL[each]}
            </Chip>
          ))}
      </ChipGroup>
    </div>
  );
}

/** Reasons that there are, with how many pairs have them. */
function reasonOptions(byReason: Readonly<Record<string, number>>) {
  return UNCOVERED_REASONS.flatMap((reason) => {
    const count = byReason[reason] ?? 0;
    return count > 0 ? [{ value: reason, label: `${REASON[reason].label} (${formatNumber(count)})` }] : [];
  });
}

function reasonOf(text: string): UncoveredReason | null {
  return UNCOVERED_REASONS.find((reason) => reason === text) ?? null;
}
