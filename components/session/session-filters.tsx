"use client";

import { GHOST_CLASSES, type SessionGhostClass } from "@/lib/domain/ghost/classes";
import { GHOST_CLASS } from "../ghost/ghost-words";
import { GroupSelect } from "../shell/group-select";
import { Narrowed } from "../shell/narrowed";
import { Chip, ChipGroup } from "../ui/chip";
import { SearchBox } from "../ui/search-box";
import { readable } from "../words";
import { lifeName } from "./life-names";
import { hasName, type SessionParams, toggleName, UNNAMED } from "./session-search-params";
import { stateSegments } from "./session-state";

export interface SessionFiltersProps {
  params: SessionParams;
  /** Sessions by state that the filter would have without its states; null before the first answer. */
  byState: Readonly<Record<string, number>> | null;
  onChange: (change: Partial<SessionParams>) => void;
}

/** What narrows the list of sessions: words, states with their counts, the delivery group, and where one came from. */
export function SessionFilters({ params, byState, onChange }: SessionFiltersProps) {
  const states = withChosen(byState ?? {}, params.state);
  const all = Object.values(byState ?? {}).reduce((sum, count) => sum + count, 0);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchBox
        label="Filter the sessions"
        placeholder="User, machine, client, application"
        className="w-72 max-sm:w-full"
        value={params.q}
        onSearch={(q) => onChange({ q })}
      />
      <GroupSelect value={params.group} onChange={(group) => onChange({ group })} />
      {params.server && <Narrowed name="Server" value={params.server} onClear={() => onChange({ server: "" })} />}
      {params.user && <Narrowed name="User" value={params.user} onClear={() => onChange({ user: "" })} />}
      {params.life
        .split(",")
        .filter(Boolean)
        .map((life) => (
          <Narrowed
            key={life}
            name="Place"
            value={lifeName(life)}
            onClear={() => onChange({ life: toggleName(params.life, life) })}
          />
        ))}
      <ChipGroup label="State">
        <Chip on={params.state === ""} count={byState ? all : undefined} onChange={() => onChange({ state: "" })}>
          Any state
        </Chip>
        {stateSegments(states).map(({ state, count }) => (
          <Chip
            key={state}
            on={hasName(params.state, state)}
            count={count}
            onChange={() => onChange({ state: toggleName(params.state, state) })}
          >
            {readable(state)}
          </Chip>
        ))}
      </ChipGroup>
      <Chip on={params.userSource !== ""} onChange={(on) => onChange({ userSource: on ? UNNAMED : "" })}>
        Without a user name
      </Chip>
      <Chip on={params.overdue !== ""} onChange={(on) => onChange({ overdue: on ? "true" : "" })}>
        Past their deadline
      </Chip>
      <ClassChips chosen={params.class} onChange={(classes) => onChange({ class: classes })} />
    </div>
  );
}

/** A failure trace is about a machine. */
const CLASSES = GHOST_CLASSES.filter((each): each is SessionGhostClass => each !== "failure-trace");

/** Sessions with an open ghost of a class; several classes add up. */
function ClassChips({ chosen, onChange }: { chosen: string; onChange: (classes: string) => void }) {
  return (
    <ChipGroup label="Ghosts">
      <span aria-hidden className="text-muted text-small">
        Ghosts
      </span>
      {CLASSES.map((each) => (
        <Chip key={each} on={hasName(chosen, each)} onChange={() => onChange(toggleName(chosen, each))}>
          {GHOST_CLASS[each].label}
        </Chip>
      ))}
    </ChipGroup>
  );
}

/** A chosen state stays among the chips though nothing is in it now. */
function withChosen(byState: Readonly<Record<string, number>>, chosen: string): Record<string, number> {
  const missing = chosen
    .split(",")
    .filter((state) => state && !Object.keys(byState).some((each) => hasName(state, each)));
  return { ...Object.fromEntries(missing.map((state) => [state, 0])), ...byState };
}
