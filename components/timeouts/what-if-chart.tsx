"use client";

import { useId, useState } from "react";
import type { WhatIfResponse } from "@/lib/api/contract/timeouts";
import { useZone } from "../ui/clock";
import { Segmented } from "../ui/segmented";
import { SimpleCell, SimpleTable } from "../ui/simple-table";
import { formatDay } from "../ui/time-format";
import { formatNumber } from "../words";
import { type Plot, roundUp, stepPath } from "./chart-scale";
import { peaksByDay } from "./what-if-words";

const VIEW = { width: 640, height: 210 };
const PLOT: Plot = { left: 44, top: 10, width: 586, height: 170 };

const LINES = {
  licences: { label: "Licences", now: "licencesNow", asked: "licencesThen" },
  slots: { label: "Sessions", now: "slotsNow", asked: "slotsThen" },
} as const;
type Shown = keyof typeof LINES;

/** Now and then over the replayed time: a line drawn through and a broken one, and the peaks of each day as numbers. */
export function WhatIfChart({ answer }: { answer: WhatIfResponse }) {
  const [shown, setShown] = useState<Shown>("licences");
  const zone = useZone();
  const line = LINES[shown];
  const peaks = peaksByDay(answer.series, (at) => formatDay(Date.parse(at), zone));
  if (answer.series.length < 2) return null;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Segmented
          label="What the lines show"
          value={shown}
          options={[
            { value: "licences", label: "Licences" },
            { value: "slots", label: "Sessions" },
          ]}
          onChange={setShown}
        />
        <Key />
      </div>
      <Lines answer={answer} shown={shown} zone={zone} />
      <details>
        <summary className="text-muted text-small">Peaks of each day as a table</summary>
        <SimpleTable
          label={`${line.label} at the peak of each day`}
          columns={[{ title: "Day" }, { title: "Now", align: "end" }, { title: "Then", align: "end" }]}
        >
          {peaks.map((peak) => (
            <tr key={peak.at}>
              <SimpleCell head>{formatDay(Date.parse(peak.at), zone)}</SimpleCell>
              <SimpleCell align="end">{formatNumber(peak[line.now])}</SimpleCell>
              <SimpleCell align="end">{formatNumber(peak[line.asked])}</SimpleCell>
            </tr>
          ))}
        </SimpleTable>
      </details>
    </div>
  );
}

const NOW_LINE = "stroke-muted";
const THEN_LINE = "stroke-accent";
const BROKEN = "6 3";

function Key() {
  return (
    <ul aria-label="Lines" className="flex gap-4 text-muted text-small">
      {[
        { name: "as it is now", className: NOW_LINE, dash: undefined },
        { name: "as asked", className: THEN_LINE, dash: BROKEN },
      ].map(({ name, className, dash }) => (
        <li key={name} className="flex items-center gap-1.5">
          <svg aria-hidden="true" viewBox="0 0 24 4" className="h-1 w-6">
            <path d="M0 2H24" className={className} strokeWidth="2" strokeDasharray={dash} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

function Lines({ answer, shown, zone }: { answer: WhatIfResponse; shown: Shown; zone: string }) {
  const titleId = useId();
  const { series, from, to } = answer;
  const line = LINES[shown];
  const [begin, end] = [Date.parse(series[0]?.at ?? from), Date.parse(to)];
  const points = (field: (typeof line)["now"] | (typeof line)["asked"]) =>
    series.map((step) => ({ at: Date.parse(step.at), value: step[field] }));
  const most = roundUp(Math.max(...series.flatMap((step) => [step[line.now], step[line.asked]])));
  return (
    <svg role="img" aria-labelledby={titleId} viewBox={`0 0 ${VIEW.width} ${VIEW.height}`} className="block w-full">
      <title id={titleId}>
        {`${line.label} over the replayed time, now and as asked. The peaks of each day stand in the table below.`}
      </title>
      {[0, 0.5, 1].map((part) => (
        <Level key={part} value={most * part} y={PLOT.top + PLOT.height * (1 - part)} />
      ))}
      <Days begin={begin} end={end} zone={zone} />
      <path d={stepPath(points(line.now), PLOT, begin, end, most)} fill="none" strokeWidth="1.5" className={NOW_LINE} />
      <path
        d={stepPath(points(line.asked), PLOT, begin, end, most)}
        fill="none"
        strokeWidth="1.75"
        strokeDasharray={BROKEN}
        className={THEN_LINE}
      />
    </svg>
  );
}

function Level({ value, y }: { value: number; y: number }) {
  return (
    <>
      <path d={`M${PLOT.left} ${y}H${PLOT.left + PLOT.width}`} className="stroke-line" />
      <text x={PLOT.left - 6} y={y + 4} textAnchor="end" className="fill-muted text-[11px]">
        {formatNumber(value)}
      </text>
    </>
  );
}

const DAY = 86_400_000;

/** At most eight dates under the lines. */
function Days({ begin, end, zone }: { begin: number; end: number; zone: string }) {
  const each = Math.max(1, Math.ceil((end - begin) / DAY / 7)) * DAY;
  const marks = Array.from({ length: Math.floor((end - begin) / each) + 1 }, (_, index) => begin + index * each);
  return marks.map((at) => {
    const x = PLOT.left + ((at - begin) / Math.max(1, end - begin)) * PLOT.width;
    if (x > PLOT.left + PLOT.width - 30) return null;
    return (
      <text key={at} x={x} y={VIEW.height - 10} className="fill-muted text-[11px]">
        {formatDay(at, zone)}
      </text>
    );
  });
}
