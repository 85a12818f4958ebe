"use client";

import { ArrowRight } from "lucide-react";
import { LIFE, LIFE_PARTS, type LifePart, PART_STATES } from "../session/life-words";
import { classes } from "../ui/classes";
import type { ArrowId } from "./diagram-arrows";
import { ARROWS } from "./diagram-arrows";
import type { ArrowFact, DiagramFacts, StateFact } from "./diagram-facts";
import { PARTS } from "./diagram-layout";
import { boxName } from "./flow-words";
import { PlaceLink } from "./place-link";

/** The same as the drawing, one part under the other: for small screens, and for those who would rather read. */
export function StateList({ facts, ended }: { facts: DiagramFacts; ended: string }) {
  return (
    <div className="grid gap-4 @2xl:grid-cols-2">
      <Part title="Logging on" states={[facts.state("starting")]} arrows={outOf(facts, ["logon"])} />
      {LIFE_PARTS.map((part) => (
        <Part
          key={part}
          title={PARTS[part].title}
          states={PART_STATES[part].map((state) => facts.state(state))}
          arrows={outOf(facts, PREFIXES[part])}
        />
      ))}
      <p className="rounded-panel border border-line bg-sunken px-3 py-2 text-center text-muted @2xl:col-span-2">
        {ended}
      </p>
    </div>
  );
}

/** Whose arrows begin in which part, by how their ids begin. */
const PREFIXES: Record<LifePart, readonly string[]> = {
  "pre-launched": ["pre-launched"],
  interactive: ["interactive", "goes-idle", "resumes", "last-closes"],
  lingering: ["lingering"],
};

function outOf(facts: DiagramFacts, prefixes: readonly string[]): ArrowFact[] {
  const isOut = (id: ArrowId) => prefixes.some((prefix) => id.startsWith(prefix));
  return [...facts.arrows.values()].filter(({ id }) => isOut(id));
}

function Part({ title, states, arrows }: { title: string; states: StateFact[]; arrows: ArrowFact[] }) {
  return (
    <section aria-label={title} className="overflow-clip rounded-panel border border-line">
      <h3 className="border-line border-b bg-sunken px-3 py-1.5 font-semibold text-small">{title}</h3>
      <ul aria-label={`Places, ${title.toLowerCase()}`} className="divide-y divide-line">
        {states.map((state) => (
          <li key={state.state}>
            <StateLine fact={state} />
          </li>
        ))}
      </ul>
      <ul aria-label={`What happens, ${title.toLowerCase()}`} className="border-line border-t px-3 py-1 text-small">
        {arrows.map((arrow) => (
          <li key={arrow.id}>
            <ArrowLine arrow={arrow} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const ROW = "flex min-h-9 items-center gap-2.5 hover:bg-hover focus-visible:-outline-offset-2";

function StateLine({ fact }: { fact: StateFact }) {
  const { state, count, name, href, limit } = fact;
  return (
    <PlaceLink href={href} name={name} className={classes(ROW, "px-3", state === "interactive-idle" && "pl-7")}>
      <span
        aria-hidden
        data-meaning="colour"
        className={classes("h-6 w-1.5 shrink-0 rounded-full", LIFE[state].colour)}
      />
      <span>
        {state === "interactive-idle" && "of them "}
        {state === "interactive-idle" ? "idle" : LIFE[state].word}
      </span>
      {limit && <span className="text-faint text-small">{limit}</span>}
      <span className="ml-auto font-semibold">{count}</span>
    </PlaceLink>
  );
}

function ArrowLine({ arrow }: { arrow: ArrowFact }) {
  const to = ARROWS.find(({ id }) => id === arrow.id)?.to ?? [];
  return (
    <PlaceLink href={arrow.href} name={arrow.name} className={classes(ROW, "min-h-7 py-1 text-muted")}>
      <span>
        {arrow.label} <ArrowRight aria-hidden className="mx-0.5 inline size-3.5 text-faint" /> {boxName(to)}
      </span>
      <span className={classes("ml-auto", arrow.still ? "text-faint" : "font-semibold text-ink")}>{arrow.flow}</span>
    </PlaceLink>
  );
}
