"use client";

import dynamic from "next/dynamic";
import type { WhatIfResponse } from "@/lib/api/contract/timeouts";
import { SOURCE_NAME } from "../session/limit-words";
import { Skeleton } from "../ui/skeleton";
import { Time } from "../ui/time";
import { countOf } from "../words";
import { daysWords, minutesWords, TIMER_QUESTION, whatIfFigures } from "./what-if-words";

const WhatIfChart = dynamic(() => import("./what-if-chart").then((loaded) => loaded.WhatIfChart), {
  ssr: false,
  loading: () => <Skeleton className="h-75.5 w-full md:h-69" />,
});

/** What would have been: four figures, the lines, what was asked, and on what that stands. */
export function WhatIfAnswer({ answer, old }: { answer: WhatIfResponse; old: boolean }) {
  return (
    <section aria-label="Answer" aria-busy={old} className="flex flex-col gap-4 border-line border-t p-4">
      <p className="text-muted">
        {answer.group.name}: {asked(answer)}. Replayed over {countOf(answer.sessions, "session")} of{" "}
        {daysWords(answer.days)}, up to <Time at={answer.to} focusable />.
      </p>
      {answer.historyFrom && Date.parse(answer.historyFrom) > Date.parse(answer.from) && (
        <p className="text-warn-text">
          The site keeps no history from before <Time at={answer.historyFrom} focusable />: less than was asked is in
          this.
        </p>
      )}
      <dl className="grid grid-cols-2 gap-4 @xl:grid-cols-4">
        {whatIfFigures(answer).map(({ name, value, note }) => (
          <div key={name} className="flex flex-col-reverse justify-end">
            <dt className="text-muted text-small">
              {name}
              <span className="block text-faint">{note}</span>
            </dt>
            <dd className="font-semibold text-sentence">{value}</dd>
          </div>
        ))}
      </dl>
      <WhatIfChart answer={answer} />
      {answer.assumptions.length > 0 && (
        <div>
          <h3 className="font-medium">What this assumes</h3>
          <ul className="mt-1 list-disc pl-5 text-muted text-small">
            {answer.assumptions.map((assumption) => (
              <li key={assumption}>{assumption}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

/** `lingering, then disconnected after 5 min instead of 15 min (group setting)`. */
function asked({ timers }: WhatIfResponse): string {
  const changed = timers.filter(({ nowMinutes, thenMinutes }) => nowMinutes !== thenMinutes && thenMinutes !== null);
  const words = changed.map(({ timer, nowMinutes, thenMinutes, source }) => {
    const before = nowMinutes === null ? "a limit that is not known" : minutesWords(nowMinutes);
    const from = source ? ` (${SOURCE_NAME[source]})` : "";
    const question = TIMER_QUESTION[timer];
    const after =
      thenMinutes === 0 ? `${question.replace(/ after$/, "")}: off` : `${question} ${minutesWords(thenMinutes ?? 0)}`;
    return `${after.charAt(0).toLowerCase()}${after.slice(1)} instead of ${before}${from}`;
  });
  return words.length > 0 ? words.join("; ") : "nothing was changed";
}
