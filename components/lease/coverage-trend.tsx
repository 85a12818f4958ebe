"use client";

import { useId } from "react";
import { useNow, useZone } from "../ui/clock";
import { SimpleCell, SimpleTable } from "../ui/simple-table";
import { Time } from "../ui/time";
import { formatInstant } from "../ui/time-format";
import { formatNumber } from "../words";
import { chartPaths, partOf, percent, placed, type TrendPoint, trendSummary } from "./trend-shape";

const WIDTH = 720;
const HEIGHT = 160;
/** So many values stand in the table below the chart. */
const TOLD_MAX = 30;

/** The part of all pairs that could have launched, over time; the same as a sentence, and as a table where it is asked for. */
export function CoverageTrend({ trend }: { trend: readonly TrendPoint[] }) {
  const now = useNow(60_000);
  const zone = useZone();
  const points = placed(trend);
  const paths = chartPaths(points, WIDTH, HEIGHT);
  const tell = (at: string) => formatInstant(Date.parse(at), now, zone);
  const summary = trendSummary(trend, tell);
  if (!paths || !summary) {
    return <p className="px-4 py-3 text-muted">Ghostdesk has not watched this for long enough yet.</p>;
  }
  const [first] = points;
  const last = points.at(-1);
  return (
    <div className="flex flex-col gap-2 p-4">
      <p className="text-muted text-small">{summary}</p>
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 gap-y-1 text-faint text-label">
        <div aria-hidden className="flex flex-col justify-between text-right">
          <span>100 %</span>
          <span>50 %</span>
          <span>0 %</span>
        </div>
        <Chart paths={paths} points={points} tell={tell} summary={summary} />
        <span aria-hidden />
        <div aria-hidden className="flex justify-between">
          <span>{first && tell(first.at)}</span>
          <span>{last && tell(last.at)}</span>
        </div>
      </div>
      <Values trend={trend} />
    </div>
  );
}

function Chart({
  paths,
  points,
  tell,
  summary,
}: {
  paths: NonNullable<ReturnType<typeof chartPaths>>;
  points: ReturnType<typeof placed>;
  tell: (at: string) => string;
  summary: string;
}) {
  const id = useId();
  const reach = WIDTH / Math.max(1, points.length - 1);
  return (
    <svg
      role="img"
      aria-labelledby={id}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="h-40 w-full overflow-visible"
    >
      <title id={id}>Covered pairs over time. {summary}</title>
      {[0, 0.5, 1].map((part) => (
        <line
          key={part}
          x1={0}
          x2={WIDTH}
          y1={part * HEIGHT}
          y2={part * HEIGHT}
          vectorEffect="non-scaling-stroke"
          className="stroke-line"
        />
      ))}
      <path d={paths.area} data-meaning="colour" className="fill-ok-soft" />
      <path
        d={paths.line}
        data-meaning="colour"
        fill="none"
        strokeWidth={2}
        vectorEffect="non-scaling-stroke"
        className="stroke-ok"
      />
      {points.map(({ at, x, part, point }) => (
        <rect key={at} x={x * WIDTH - reach / 2} y={0} width={reach} height={HEIGHT} fill="transparent">
          <title>
            {tell(at)}: {percent(part)}, {formatNumber(point.covered)} of{" "}
            {formatNumber(point.covered + point.uncovered)}
          </title>
        </rect>
      ))}
    </svg>
  );
}

/** The newest values; what a chart shows has to be readable without seeing it. */
function Values({ trend }: { trend: readonly TrendPoint[] }) {
  return (
    <details>
      <summary className="text-muted text-small">As a table</summary>
      <SimpleTable
        label="Coverage over time"
        columns={[
          { title: "When" },
          { title: "Could launch", align: "end" },
          { title: "Could not", align: "end" },
          { title: "Covered", align: "end" },
        ]}
      >
        {thinned(trend).map((point) => {
          const part = partOf(point);
          return (
            <tr key={point.at}>
              <SimpleCell head>
                <Time at={point.at} />
              </SimpleCell>
              <SimpleCell align="end">{formatNumber(point.covered)}</SimpleCell>
              <SimpleCell align="end">{formatNumber(point.uncovered)}</SimpleCell>
              <SimpleCell align="end">{part === null ? "–" : percent(part)}</SimpleCell>
            </tr>
          );
        })}
      </SimpleTable>
    </details>
  );
}

/** At most {@link TOLD_MAX} values in even steps, the newest first. */
function thinned(trend: readonly TrendPoint[]): TrendPoint[] {
  const step = Math.max(1, Math.ceil(trend.length / TOLD_MAX));
  return trend.toReversed().filter((_, place) => place % step === 0);
}
