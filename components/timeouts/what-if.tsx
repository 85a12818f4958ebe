"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { WhatIfBody } from "@/lib/api/contract/timeouts";
import { timeoutsQuery, whatIfQuery } from "@/lib/api/query-standing";
import { REPLAYED_TIMERS, type ReplayedTimer } from "@/lib/domain/session/what-if";
import { Banner } from "../ui/banner";
import { Button } from "../ui/button";
import { Panel } from "../ui/panel";
import { Select } from "../ui/select";
import { Skeleton } from "../ui/skeleton";
import { WhatIfAnswer } from "./what-if-answer";
import { bodyOf, type Draft, draftFaults, minutesNow } from "./what-if-draft";
import { WhatIfField } from "./what-if-field";

/**
 * Other timers for a delivery group, replayed over what happened. What is typed lives here and nowhere else: live updates renew the
 * page around it.
 */
export function WhatIf({ group: narrowed }: { group: string }) {
  const { data, failureReason } = useQuery(timeoutsQuery());
  const [chosen, setChosen] = useState("");
  const [draft, setDraft] = useState<Draft>({});
  const [asked, setAsked] = useState<WhatIfBody | null>(null);
  const groups = data?.groups ?? [];
  const group =
    groups.find(({ key, name }) => [key, name].includes(chosen || narrowed)) ?? (chosen ? undefined : groups[0]);
  const now = minutesNow(group?.limits ?? []);
  const faults = draftFaults(draft, now);
  const body = bodyOf(group?.key ?? "", draft, now);
  const change = (timer: ReplayedTimer, text: string) => setDraft((before) => ({ ...before, [timer]: text }));
  // What keeps the page from being read stands above already.
  if (data === undefined && failureReason) return null;
  return (
    <Panel title="What if" note="replayed over the last 7 days; nothing on the site changes" className="@container">
      {data === undefined ? (
        <div className="p-4">
          <Skeleton className="h-40 w-full" />
        </div>
      ) : groups.length === 0 ? (
        <p className="p-4 text-muted">No delivery group has a session: there is nothing to replay.</p>
      ) : (
        <form
          className="flex flex-col gap-3 p-4"
          onSubmit={(event) => {
            event.preventDefault();
            if (body) setAsked(body);
          }}
        >
          <Select
            label="Delivery group"
            labelled="above"
            className="max-w-80"
            value={group?.key ?? ""}
            options={groups.map(({ key, name }) => ({ value: key, label: name }))}
            onChange={setChosen}
          />
          {REPLAYED_TIMERS.map((timer) => (
            <WhatIfField
              key={timer}
              timer={timer}
              now={now[timer]}
              text={draft[timer] ?? ""}
              fault={faults[timer]}
              onChange={(text) => change(timer, text)}
            />
          ))}
          <Ask asked={asked} body={body} faulty={Object.keys(faults).length > 0} onClear={() => setDraft({})} />
        </form>
      )}
      {asked && <Answer asked={asked} changed={body !== null && JSON.stringify(body) !== JSON.stringify(asked)} />}
    </Panel>
  );
}

interface AskProps {
  asked: WhatIfBody | null;
  body: WhatIfBody | null;
  faulty: boolean;
  onClear: () => void;
}

function Ask({ asked, body, faulty, onClear }: AskProps) {
  const { isFetching } = useQuery({ ...whatIfQuery(asked ?? NO_QUESTION), enabled: asked !== null });
  const why = faulty ? "Something above cannot be: it says what." : "Choose another value for at least one timer.";
  return (
    <div className="flex flex-wrap gap-2">
      <Button type="submit" variant="primary" pending={isFetching} disabledReason={body ? null : why}>
        {isFetching ? "Replaying…" : "Replay"}
      </Button>
      <Button variant="quiet" onClick={onClear}>
        Back to now
      </Button>
    </div>
  );
}

/** Never sent: it stands where no question was asked yet. */
const NO_QUESTION: WhatIfBody = { group: "-", timers: {} };

/** The answer to what was asked last; while another is on its way, the one before stays. */
function Answer({ asked, changed }: { asked: WhatIfBody; changed: boolean }) {
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...whatIfQuery(asked),
    placeholderData: (before) => before,
  });
  if (error) {
    return (
      <div className="border-line border-t p-4">
        <Banner
          tone="warn"
          title="This could not be replayed."
          action={
            <Button size="small" onClick={() => void refetch()}>
              Try again
            </Button>
          }
        >
          {error.message}
        </Banner>
      </div>
    );
  }
  return (
    <div aria-live="polite">
      {data ? (
        <>
          {changed && (
            <p className="border-line border-t px-4 pt-3 text-muted">
              You have changed values since: replay again for theirs.
            </p>
          )}
          <WhatIfAnswer answer={data} old={isPlaceholderData} />
        </>
      ) : (
        <div className="border-line border-t p-4">
          <p className="mb-3 text-muted">
            Reading the history of the site and replaying it. That may take some seconds.
          </p>
          <Skeleton className="h-40 w-full" />
        </div>
      )}
    </div>
  );
}
