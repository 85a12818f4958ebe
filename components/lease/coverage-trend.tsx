"use client";

import { Area } from "recharts";
import { OK_FILL, OK_LINE, STILL_LINE } from "../charts/chart-look";
import { TimeChart } from "../charts/time-chart";
import { useNow, useZone } from "../ui/clock";
import { SimpleCell, SimpleTable } from "../ui/simple-table";
import { Time } from "../ui/time";
import { formatInstant } from "../ui/time-format";
import { formatNumber } from "../words";
import { counted, partOf, percent, type TrendPoint, trendSummary } from "./trend-shape";

/** So many values stand in the table below the chart. */
const TOLD_MAX = 30;

/** The part of all pairs that could have launched, over time; the same as a sentence, and as a table where it is asked for. */
export function CoverageTrend({ trend }: { trend: readonly TrendPoint[] }) {
  const now = useNow(60_000);
  const zone = useZone();
  const points = counted(trend);
  const summary = trendSummary(points, (at) => formatInstant(at, now, zone));
  if (!summary) return <p className="px-4 py-3 text-muted">Ghostdesk has not watched this for long enough yet.</p>;
  return (
    <div className="flex flex-col gap-2 p-4">
      <p className="text-muted text-small">{summary}</p>
      <TimeChart
        label={`Covered pairs over time. ${summary}`}
        rows={points}
        top={1}
        format={percent}
        tell={({ part, covered, uncovered }) => (
          <p>
            {percent(part)}, {formatNumber(covered)} of {formatNumber(covered + uncovered)}
          </p>
        )}
      >
        <Area dataKey="part" type="linear" fill={OK_FILL} fillOpacity={1} {...OK_LINE} {...STILL_LINE} />
      </TimeChart>
      <Values trend={trend} />
    </div>
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
