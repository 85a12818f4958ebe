"use client";

import { OPERATION_STATES, type OperationState } from "@/lib/domain/operation/states";
import { VERB_NAMES } from "@/lib/domain/operation/verbs";
import { hasName, toggleName } from "../session/session-search-params";
import { DaysFilter, KnownSelect } from "../shell/filter-fields";
import { useSiteFacts } from "../shell/site";
import { Chip, ChipGroup } from "../ui/chip";
import type { OperationPageParams } from "./operation-search-params";
import { STATE_LOOK } from "./state-look";
import type { OperationListRow } from "./use-operations";
import { VERB_WORD } from "./verb-words";

export interface OperationFiltersProps {
  params: OperationPageParams;
  /** The rows on screen: people and servers to choose from. */
  rows: readonly OperationListRow[];
  onChange: (change: Partial<OperationPageParams>) => void;
}

const VERB_OPTIONS = VERB_NAMES.map((verb) => ({ value: verb, label: VERB_WORD[verb].name }));

/** What narrows the list: who, what, where, when, and what came of it. */
export function OperationFilters({ params, rows, onChange }: OperationFiltersProps) {
  const { me } = useSiteFacts();
  const people = [...new Set([me.name, ...rows.map(({ actor }) => actor)])].sort((a, b) => a.localeCompare(b, "en"));
  const servers = new Map(
    rows.flatMap(({ machineKey, machine }) => (machineKey && machine ? [[machineKey, machine]] : [])),
  );
  return (
    <div className="flex flex-wrap items-center gap-2">
      <KnownSelect
        label="Who"
        value={params.actor}
        options={people.map((name) => ({ value: name, label: name === me.name ? `${name} (you)` : name }))}
        onChange={(actor) => onChange({ actor })}
      />
      <KnownSelect label="What" value={params.verb} options={VERB_OPTIONS} onChange={(verb) => onChange({ verb })} />
      <KnownSelect
        label="Server"
        value={params.server}
        options={[...servers].map(([value, label]) => ({ value, label }))}
        onChange={(server) => onChange({ server })}
      />
      <DaysFilter from={params.from} to={params.to} onChange={onChange} />
      <StateChips chosen={params.state} onChange={(state) => onChange({ state })} />
    </div>
  );
}

/** What is under way stands as one: it lasts for seconds. */
const OVER_SHOWN = OPERATION_STATES.filter((state) => !["intended", "acting", "accepted"].includes(state));

function StateChips({ chosen, onChange }: { chosen: string; onChange: (chosen: string) => void }) {
  return (
    <ChipGroup label="What came of it" oneLine>
      <Chip on={chosen === ""} onChange={() => onChange("")}>
        All
      </Chip>
      <Chip on={hasName(chosen, "open")} onChange={() => onChange(toggleName(chosen, "open"))}>
        Under way
      </Chip>
      {OVER_SHOWN.map((state: OperationState) => (
        <Chip key={state} on={hasName(chosen, state)} onChange={() => onChange(toggleName(chosen, state))}>
          {STATE_LOOK[state].label}
        </Chip>
      ))}
    </ChipGroup>
  );
}
