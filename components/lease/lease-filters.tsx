"use client";

import type { OutageResponse } from "@/lib/api/contract/leases";
import { KnownSelect } from "../shell/filter-fields";
import { Narrowed } from "../shell/narrowed";
import { Chip, ChipGroup } from "../ui/chip";
import { SearchBox } from "../ui/search-box";
import { type ChangeParams, EXPIRIES, LEASE_TYPES, type LeaseParams } from "./lease-search-params";
import { EXPIRY, expiryCounts, LEASE_TYPE } from "./lease-words";
import type { LeasePage } from "./use-leases";

export interface LeaseFiltersProps {
  outage: OutageResponse;
  params: LeaseParams;
  change: ChangeParams;
  /** The newest answer; its counts stand on the chips. */
  page: LeasePage | undefined;
}

/** What narrows the leases: words, whose, where to, of which kind, by when they end, and in which controller's cache. */
export function LeaseFilters({ outage, params, change, page }: LeaseFiltersProps) {
  const { q, user, server, type, expires, controller } = params;
  const counts = expiryCounts(page?.buckets ?? null);
  const row = page?.rows[0];
  const cached = outage.controllers.filter(({ folder }) => folder !== null);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchBox
        label="Filter the leases"
        placeholder="User, machine, group, application"
        className="w-72 max-sm:w-full"
        value={q}
        onSearch={(next) => change({ q: next })}
      />
      {(cached.length > 0 || controller !== "") && (
        <KnownSelect
          label="In the cache of"
          value={controller}
          options={cached.map(({ dnsName }) => ({ value: dnsName, label: dnsName }))}
          onChange={(next) => change({ controller: next })}
        />
      )}
      {user && (
        <Narrowed name="User" value={row?.userFullName ?? row?.user ?? user} onClear={() => change({ user: "" })} />
      )}
      {server && <Narrowed name="Server" value={row?.machine ?? server} onClear={() => change({ server: "" })} />}
      <ChipGroup label="Type">
        <Chip on={type === null} onChange={() => change({ type: null })}>
          Any type
        </Chip>
        {LEASE_TYPES.map((each) => (
          <Chip
            key={each}
            on={type === each}
            count={page?.byType?.[each]}
            onChange={(on) => change({ type: on ? each : null })}
          >
            {LEASE_TYPE[each].label}
          </Chip>
        ))}
      </ChipGroup>
      <ChipGroup label="Expiry">
        {EXPIRIES.map((each) => (
          <Chip
            key={each}
            on={expires === each}
            count={counts?.[each]}
            onChange={(on) => change({ expires: on ? each : null })}
          >
            {EXPIRY[each]}
          </Chip>
        ))}
      </ChipGroup>
    </div>
  );
}
