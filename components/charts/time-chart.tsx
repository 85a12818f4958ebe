import type { ReactNode } from "react";
import { CartesianGrid, ComposedChart, Tooltip, XAxis, YAxis } from "recharts";
import { useNow, useZone } from "../ui/clock";
import { formatInstant } from "../ui/time-format";
import { TIP_LOOK } from "../ui/tip";
import { tickText, timeTicks } from "./time-ticks";

/** What is known of one instant. */
interface TimeRow {
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export interface TimeChartProps<Row extends TimeRow> {
  /** What the picture shows, for those who do not see it; the numbers stand beside it as text or as a table. */
  label: string;
  /** Oldest first, two at least. */
  rows: readonly Row[];
  /** Where the axis of values ends: it begins at 0. Without it, at a round number above the highest value. */
  top?: number;
  format: (value: number) => string;
  /** What the tip says of a row, below its time. */
  tell: (row: Row) => ReactNode;
  /** The lines and areas. */
  children: ReactNode;
}

const TICK = { fill: "var(--color-muted)", fontSize: "var(--text-label)" };
const AXIS = { stroke: "var(--color-line)", tickLine: false, tick: TICK } as const;
const MARGIN = { top: 8, right: 18, bottom: 0, left: 0 };
const SIZE = { width: "100%", height: "100%" };
const CURSOR = { stroke: "var(--color-line-control)" };

/** Values over time, as wide as there is room and of a fixed height. The arrow keys go from row to row. */
export function TimeChart<Row extends TimeRow>({ label, rows, top, format, tell, children }: TimeChartProps<Row>) {
  const zone = useZone();
  const from = rows[0]?.at ?? 0;
  const to = rows.at(-1)?.at ?? from;
  return (
    <div className="h-52 text-label [&_svg]:overflow-visible">
      <ComposedChart
        responsive
        accessibilityLayer
        style={SIZE}
        margin={MARGIN}
        data={rows}
        aria-label={`${label} The left and right arrow keys go from value to value.`}
      >
        <CartesianGrid vertical={false} stroke={AXIS.stroke} />
        <XAxis
          {...AXIS}
          dataKey="at"
          type="number"
          domain={[from, to]}
          ticks={timeTicks(from, to, zone)}
          tickFormatter={(at: number) => tickText(at, zone)}
          tickMargin={6}
          minTickGap={4}
          interval="preserveStart"
        />
        <YAxis
          {...AXIS}
          axisLine={false}
          width={48}
          domain={[0, top ?? "auto"]}
          ticks={top === undefined ? undefined : [0, top / 2, top]}
          tickCount={3}
          interval={0}
          allowDecimals={false}
          tickFormatter={format}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={CURSOR}
          content={({ active, activeIndex }) => {
            const row = active ? rows[Number(activeIndex)] : undefined;
            return row ? <Tip at={row.at}>{tell(row)}</Tip> : null;
          }}
        />
        {children}
      </ComposedChart>
    </div>
  );
}

/** Said as well as shown: the arrow keys move it. */
function Tip({ at, children }: { at: number; children: ReactNode }) {
  const now = useNow(60_000);
  const zone = useZone();
  return (
    <div role="status" className={TIP_LOOK}>
      <p className="font-medium">{formatInstant(at, now, zone)}</p>
      {children}
    </div>
  );
}
