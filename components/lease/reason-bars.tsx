import { UNCOVERED_REASONS, type UncoveredReason } from "@/lib/domain/lease/outage";
import { EmptyState } from "../ui/empty-state";
import { Panel } from "../ui/panel";
import { formatNumber } from "../words";
import type { ChangeParams } from "./lease-search-params";
import { NO_PAIR_FILTER } from "./lease-search-params";
import { REASON, rankedReasons } from "./reason-words";

/** Why somebody could not launch, the most frequent reason first; each leads to whom it is about. */
export function ReasonBars({ byReason, change }: { byReason: Readonly<Record<string, number>>; change: ChangeParams }) {
  const ranked = rankedReasons(byReason);
  const most = Math.max(1, ...ranked.map(({ count }) => count));
  const show = (why: UncoveredReason) => change({ ...NO_PAIR_FILTER, tab: "pairs", why });
  return (
    <Panel title="Why not" note="each shows whom it is about">
      {ranked.length === 0 && <EmptyState kind="none" title="Everybody could launch everything." />}
      <ul className="py-1.5">
        {ranked.map(({ reason, count }) => {
          const known = UNCOVERED_REASONS.find((each) => each === reason);
          return (
            <li key={reason}>
              <button
                type="button"
                onClick={() => known && show(known)}
                title={known && REASON[known].meaning}
                className="grid min-h-9 w-full grid-cols-[minmax(0,11rem)_minmax(2rem,1fr)_auto] items-center gap-3 px-4 py-1 text-left hover:bg-hover focus-visible:-outline-offset-2"
              >
                <span className="font-medium">{known ? REASON[known].label : reason}</span>
                <span aria-hidden className="block h-2 rounded-full bg-sunken">
                  <span
                    data-meaning="colour"
                    className={`block h-full rounded-full ${reason === "unread" ? "bg-unknown" : "bg-warn"}`}
                    style={{ width: `${(100 * count) / most}%` }}
                  />
                </span>
                <span className="min-w-10 text-right">
                  {formatNumber(count)}
                  <span className="sr-only"> {count === 1 ? "pair" : "pairs"}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
