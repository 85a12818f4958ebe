"use client";

import type { GhostsResponse } from "@/lib/api/contract/ghosts";
import { GHOST_CLASSES, INCIDENT_STATES, type IncidentState, isOpen, OPEN_STATES } from "@/lib/domain/ghost/classes";
import { hasName, toggleName } from "../session/session-search-params";
import { GroupSelect } from "../shell/group-select";
import { Chip, ChipGroup } from "../ui/chip";
import { SearchBox } from "../ui/search-box";
import { Segmented } from "../ui/segmented";
import { Select } from "../ui/select";
import type { GhostParams, LAYOUTS } from "./ghost-search-params";
import { GHOST_CLASS, INCIDENT_STATE } from "./ghost-words";

export interface GhostFiltersProps {
  params: GhostParams;
  /** Counts and rows of the newest answer; null before the first. */
  page: Pick<GhostsResponse, "byClass" | "byState" | "rows"> | null;
  onChange: (change: Partial<GhostParams>) => void;
}

const LAYOUT_OPTIONS = [
  { value: "list", label: "List" },
  { value: "server", label: "By server" },
] as const satisfies readonly { value: (typeof LAYOUTS)[number]; label: string }[];

/** What narrows the queue: words, the server, states and classes with their counts; and whether it is laid out by server. */
export function GhostFilters({ params, page, onChange }: GhostFiltersProps) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchBox
        label="Filter the ghosts"
        placeholder="User, server, delivery group"
        className="w-64 max-sm:w-full"
        value={params.q}
        onSearch={(q) => onChange({ q })}
      />
      <ServerSelect value={params.server} rows={page?.rows ?? []} onChange={(server) => onChange({ server })} />
      <GroupSelect value={params.group} onChange={(group) => onChange({ group })} />
      <div className="max-md:hidden">
        <Segmented label="Layout" value={params.by} options={LAYOUT_OPTIONS} onChange={(by) => onChange({ by })} />
      </div>
      <StateChips chosen={params.state} counts={page?.byState ?? null} onChange={(state) => onChange({ state })} />
      <ClassChips
        chosen={params.class}
        counts={page?.byClass ?? null}
        onChange={(names) => onChange({ class: names })}
      />
    </div>
  );
}

interface ChipsProps {
  chosen: string;
  counts: Readonly<Record<string, number>> | null;
  onChange: (chosen: string) => void;
}

function StateChips({ chosen, counts, onChange }: ChipsProps) {
  const open = counts === null ? undefined : OPEN_STATES.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  return (
    <ChipGroup label="State" oneLine>
      <Chip on={chosen === ""} count={open} onChange={() => onChange("")}>
        Open
      </Chip>
      {INCIDENT_STATES.map((state) => (
        <Chip
          key={state}
          on={hasName(chosen, state)}
          count={stateCount(state, chosen, counts)}
          onChange={() => onChange(toggleName(chosen, state))}
        >
          {INCIDENT_STATE[state].label}
        </Chip>
      ))}
    </ChipGroup>
  );
}

/** What has ended is counted only where it is asked for: how many that would be is not known before. */
function stateCount(state: IncidentState, chosen: string, counts: ChipsProps["counts"]): number | undefined {
  if (counts === null || !(isOpen(state) || hasName(chosen, state))) return undefined;
  return counts[state] ?? 0;
}

function ClassChips({ chosen, counts, onChange }: ChipsProps) {
  return (
    <ChipGroup label="Class" oneLine>
      <Chip on={chosen === ""} onChange={() => onChange("")}>
        Any class
      </Chip>
      {GHOST_CLASSES.map((name) => (
        <Chip
          key={name}
          on={hasName(chosen, name)}
          count={counts === null ? undefined : (counts[name] ?? 0)}
          onChange={() => onChange(toggleName(chosen, name))}
        >
          {GHOST_CLASS[name].label}
        </Chip>
      ))}
    </ChipGroup>
  );
}

const ANY = "any";

/** The servers of the rows on screen; another one is found by words, or comes with a link. */
function ServerSelect({
  value,
  rows,
  onChange,
}: {
  value: string;
  rows: GhostsResponse["rows"];
  onChange: (server: string) => void;
}) {
  const known = new Map(
    rows.flatMap(({ machineKey, machine }) => (machineKey && machine ? [[machineKey, machine]] : [])),
  );
  const chosen = known.has(value)
    ? value
    : [...known].find(([, name]) => name.toLowerCase() === value.toLowerCase())?.[0];
  const options = [...known].map(([key, name]) => ({ value: key, label: name }));
  options.sort((a, b) => a.label.localeCompare(b.label, "en", { numeric: true }));
  return (
    <Select
      label="Server"
      labelled="inside"
      className="max-w-64 max-sm:min-w-34 max-sm:flex-1"
      value={chosen ?? (value || ANY)}
      options={[
        { value: ANY, label: "any" },
        ...options,
        ...(value !== "" && chosen === undefined ? [{ value, label: value }] : []),
      ]}
      onChange={(server) => onChange(server === ANY ? "" : server)}
    />
  );
}
