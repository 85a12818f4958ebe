"use client";

import { OPERATION_STATES, type OperationState } from "@/lib/domain/operation/states";
import { VERB_NAMES } from "@/lib/domain/operation/verbs";
import { hasName, toggleName } from "../session/session-search-params";
import { useSiteFacts } from "../shell/site";
import { Chip, ChipGroup } from "../ui/chip";
import { useZone } from "../ui/clock";
import { Select, type SelectOption } from "../ui/select";
import { dayOf, endOfDay, lastDayOf, startOfDay } from "./day-range";
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

const ANY = "any";
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
      <Known
        label="Who"
        value={params.actor}
        options={people.map((name) => ({ value: name, label: name === me.name ? `${name} (you)` : name }))}
        onChange={(actor) => onChange({ actor })}
      />
      <Known label="What" value={params.verb} options={VERB_OPTIONS} onChange={(verb) => onChange({ verb })} />
      <Known
        label="Server"
        value={params.server}
        options={[...servers].map(([value, label]) => ({ value, label }))}
        onChange={(server) => onChange({ server })}
      />
      <Days params={params} onChange={onChange} />
      <StateChips chosen={params.state} onChange={(state) => onChange({ state })} />
    </div>
  );
}

/** A choice among what is known; what came with a link stands among it as it is. */
function Known({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: string;
  options: readonly SelectOption<string>[];
  onChange: (value: string) => void;
}) {
  const isKnown = value === "" || options.some((option) => option.value === value);
  return (
    <Select
      label={label}
      labelled="inside"
      className="max-w-64 max-sm:min-w-34 max-sm:flex-1"
      value={value || ANY}
      options={[{ value: ANY, label: "any" }, ...options, ...(isKnown ? [] : [{ value, label: value }])]}
      onChange={(next) => onChange(next === ANY ? "" : next)}
    />
  );
}

/** From which day to which, by the calendar that the page tells; the address holds the instants, so that a link is the same elsewhere. */
function Days({ params, onChange }: Pick<OperationFiltersProps, "params" | "onChange">) {
  const zone = useZone();
  return (
    <>
      <Day
        label="From"
        value={dayOf(params.from, zone)}
        onChange={(day) => onChange({ from: startOfDay(day, zone) ?? "" })}
      />
      <Day
        label="To"
        value={lastDayOf(params.to, zone)}
        onChange={(day) => onChange({ to: endOfDay(day, zone) ?? "" })}
      />
    </>
  );
}

function Day({ label, value, onChange }: { label: string; value: string; onChange: (day: string) => void }) {
  return (
    <label className="flex h-8 items-center gap-1 rounded-control border border-line-control bg-panel pl-2.5 text-muted text-small focus-within:outline-2 focus-within:outline-focus max-sm:flex-1">
      {label}
      <input
        type="date"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="h-full min-w-0 flex-1 rounded-control bg-transparent pr-2 pl-1 text-ink outline-none"
      />
    </label>
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
