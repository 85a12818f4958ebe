"use client";

import { DaysFilter, KnownSelect } from "../shell/filter-fields";
import { Narrowed } from "../shell/narrowed";
import { useSiteFacts } from "../shell/site";
import { ACTION_OPTIONS } from "./action-words";
import type { AuditParams } from "./audit-search-params";
import { subjectWords } from "./audit-words";
import type { AuditListRow } from "./use-audit";

export interface AuditFiltersProps {
  params: AuditParams;
  /** The rows on screen: people to choose from. */
  rows: readonly AuditListRow[];
  onChange: (change: Partial<AuditParams>) => void;
}

/** What narrows the audit: who, what, when, and about what one came from. */
export function AuditFilters({ params, rows, onChange }: AuditFiltersProps) {
  const { me } = useSiteFacts();
  const people = [...new Set([me.name, ...rows.map(({ actor }) => actor)])].sort((a, b) => a.localeCompare(b, "en"));
  const about = rows.find(({ subject }) => subject === params.subject);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <KnownSelect
        label="Who"
        value={params.actor}
        options={people.map((name) => ({ value: name, label: name === me.name ? `${name} (you)` : name }))}
        onChange={(actor) => onChange({ actor })}
      />
      <KnownSelect
        label="What"
        value={params.action}
        options={ACTION_OPTIONS}
        onChange={(action) => onChange({ action })}
      />
      <DaysFilter from={params.from} to={params.to} onChange={onChange} />
      {params.subject !== "" && (
        <Narrowed
          name="About"
          value={about ? subjectWords(about) : params.subject}
          onClear={() => onChange({ subject: "" })}
        />
      )}
    </div>
  );
}
