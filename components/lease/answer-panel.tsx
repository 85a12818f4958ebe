"use client";

import { CircleCheck, CircleQuestionMark, CircleX, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import type { OutageResponse } from "@/lib/api/contract/leases";
import { useFreshness } from "../shell/site";
import { StackedBar } from "../ui/bars";
import { classes } from "../ui/classes";
import { Time } from "../ui/time";
import { TONE_LOOK, type Tone } from "../ui/tone";
import { formatNumber } from "../words";
import { countedWords, ERA, fallingWords, hasLeases, outageAnswer } from "./outage-words";
import { COVERAGE } from "./reason-words";

const ICONS: Record<Tone, LucideIcon> = {
  ok: CircleCheck,
  info: Info,
  warn: TriangleAlert,
  bad: CircleX,
  unknown: CircleQuestionMark,
};
const BORDER: Record<Tone, string> = {
  ok: "border-line",
  info: "border-line",
  warn: "border-warn-border",
  bad: "border-bad-border",
  unknown: "border-line-strong",
};

/** One sentence: how many could still launch. Then how many people that is, and how that will change by itself. `brief`: above a list. */
export function AnswerPanel({ outage, brief }: { outage: OutageResponse; brief: boolean }) {
  const { stale } = useFreshness();
  const { tone, sentence } = outageAnswer(outage);
  const Icon = ICONS[tone];
  const counted = countedWords(outage);
  const leased = hasLeases(outage.era);
  const falling = leased ? fallingWords(outage) : null;
  return (
    <section
      aria-label="Answer"
      data-stale={stale || undefined}
      className={classes("flex flex-wrap items-start gap-x-10 gap-y-4 rounded-panel border bg-panel p-4", BORDER[tone])}
    >
      <div className="min-w-0 flex-1 basis-80">
        <p className="flex max-w-[72ch] items-start gap-2.5 font-semibold text-sentence max-md:text-title">
          <Icon aria-hidden className={classes("mt-[0.2em] size-5 shrink-0", TONE_LOOK[tone].text)} />
          <span className="text-balance">{sentence}</span>
        </p>
        {!brief && <p className="mt-2 max-w-[80ch]">{ERA[outage.era].meaning}</p>}
        {!brief && falling && <p className="mt-1">{falling}</p>}
        {leased && outage.reading.problem && <p className="mt-1 text-warn-text">{outage.reading.problem}</p>}
        <p className="mt-1 text-muted">
          {!brief && counted && `${counted} `}
          As the site was at <Time at={outage.asOf} focusable />.
        </p>
      </div>
      {outage.covered !== null && <Figures outage={outage} covered={outage.covered} brief={brief} />}
    </section>
  );
}

/** The pairs as a bar, and how many people reach all, some or none of what they have. */
function Figures({ outage, covered, brief }: { outage: OutageResponse; covered: number; brief: boolean }) {
  const counts = { covered, uncovered: outage.uncovered ?? 0, unknown: outage.unknown ?? 0 };
  const names = ["covered", "uncovered", "unknown"] as const;
  const segments = names.map((name) => ({
    name: COVERAGE[name].label.toLowerCase(),
    count: counts[name],
    colour: COVERAGE[name].colour,
  }));
  // That nobody can tell is said only where it is so.
  const shown = segments.filter(({ name, count }) => count > 0 || name !== COVERAGE.unknown.label.toLowerCase());
  return (
    <div className="flex min-w-64 flex-col gap-3 max-md:w-full md:w-80">
      <StackedBar segments={segments} className="h-2.5" />
      <ul aria-label="Pairs" className="flex flex-wrap gap-x-4 gap-y-1 text-small">
        {shown.map(({ name, count, colour }) => (
          <li key={name} className="flex items-center gap-1.5 text-muted">
            <span aria-hidden data-meaning="colour" className={classes("size-2.5 rounded-small", colour)} />
            {name} <span className="font-medium text-ink">{formatNumber(count)}</span>
          </li>
        ))}
      </ul>
      {!brief && outage.people && <People people={outage.people} />}
    </div>
  );
}

function People({ people }: { people: NonNullable<OutageResponse["people"]> }) {
  const figures = [
    { name: "reach all they have", count: people.all },
    { name: "reach some of it", count: people.some },
    { name: "reach nothing", count: people.none },
  ];
  return (
    <dl aria-label="People" className="grid grid-cols-3 gap-3 border-line border-t pt-3">
      {figures.map(({ name, count }) => (
        <div key={name} className="flex flex-col-reverse justify-end">
          <dt className="text-muted text-small">{name}</dt>
          <dd className="font-semibold text-title">
            {formatNumber(count)}{" "}
            <span className="font-normal text-faint text-small">{count === 1 ? "person" : "people"}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
