"use client";

import { useState } from "react";
import { Line } from "recharts";
import type { WhatIfResponse } from "@/lib/api/contract/timeouts";
import { BROKEN_LINE, MUTED_LINE, STILL_LINE } from "../charts/chart-look";
import { LineKey } from "../charts/line-key";
import { TimeChart } from "../charts/time-chart";
import { useZone } from "../ui/clock";
import { Segmented } from "../ui/segmented";
import { SimpleCell, SimpleTable } from "../ui/simple-table";
import { formatDay } from "../ui/time-format";
import { formatNumber } from "../words";
import { LINES, linesUntil, peaksByDay } from "./what-if-words";

/** Now and then over the replayed time: a line drawn through and a broken one, and the peaks of each day as numbers. */
export function WhatIfChart({ answer }: { answer: WhatIfResponse }) {
  const [shown, setShown] = useState<keyof typeof LINES>("licences");
  const rows = linesUntil(answer.to, answer.series, shown);
  if (rows.length < 2) return null;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Segmented
          label="What the lines show"
          value={shown}
          options={[
            { value: "licences", label: LINES.licences.label },
            { value: "slots", label: LINES.slots.label },
          ]}
          onChange={setShown}
        />
        <LineKey
          lines={[
            { name: "as it is now", look: MUTED_LINE },
            { name: "as asked", look: BROKEN_LINE },
          ]}
        />
      </div>
      <TimeChart
        label={`${LINES[shown].label} over the replayed time, now and as asked. The peaks of each day stand in the table below.`}
        rows={rows}
        format={formatNumber}
        tell={({ now, asked }) => (
          <>
            <p>{formatNumber(now)} as it is now</p>
            <p>{formatNumber(asked)} as asked</p>
          </>
        )}
      >
        <Line dataKey="now" type="stepAfter" {...MUTED_LINE} {...STILL_LINE} />
        <Line dataKey="asked" type="stepAfter" {...BROKEN_LINE} {...STILL_LINE} />
      </TimeChart>
      <Peaks series={answer.series} shown={shown} />
    </div>
  );
}

function Peaks({ series, shown }: { series: WhatIfResponse["series"]; shown: keyof typeof LINES }) {
  const zone = useZone();
  const line = LINES[shown];
  return (
    <details>
      <summary className="text-muted text-small">Peaks of each day as a table</summary>
      <SimpleTable
        label={`${line.label} at the peak of each day`}
        columns={[{ title: "Day" }, { title: "Now", align: "end" }, { title: "Then", align: "end" }]}
      >
        {peaksByDay(series, (at) => formatDay(Date.parse(at), zone)).map((peak) => (
          <tr key={peak.at}>
            <SimpleCell head>{formatDay(Date.parse(peak.at), zone)}</SimpleCell>
            <SimpleCell align="end">{formatNumber(peak[line.now])}</SimpleCell>
            <SimpleCell align="end">{formatNumber(peak[line.asked])}</SimpleCell>
          </tr>
        ))}
      </SimpleTable>
    </details>
  );
}
