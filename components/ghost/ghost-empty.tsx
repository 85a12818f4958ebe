"use client";

import type { ReactNode } from "react";
import type { GhostsResponse } from "@/lib/api/contract/ghosts";
import { useFreshness, useStatus } from "../shell/site";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { Time } from "../ui/time";
import { countOf } from "../words";
import { reachWords } from "./reach-words";

type Page = Pick<GhostsResponse, "asOf" | "emptySince" | "server">;

/** An empty queue: good, or merely filtered, or not known because the site cannot be read. */
export function NoGhosts({ page, filtered, onClear }: { page: Page; filtered: boolean; onClear: () => void }) {
  const { stale } = useFreshness();
  if (filtered) {
    return (
      <EmptyState
        kind="filtered"
        title="No ghost fits this filter."
        action={<Button onClick={onClear}>Clear the filters</Button>}
      >
        There may be ghosts of another class, state or server.
      </EmptyState>
    );
  }
  if (stale) {
    return (
      <EmptyState kind="unreachable" title="Whether there are ghosts now is not known.">
        The site cannot be read. When it last was, at <Time at={page.asOf} focusable />, there were none.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      kind="none"
      title={
        page.emptySince ? (
          <>
            No ghosts since <Time at={page.emptySince} />
          </>
        ) : (
          "No ghosts"
        )
      }
    >
      <LookedAt page={page} />
    </EmptyState>
  );
}

/** What the good news rests on. */
function LookedAt({ page }: { page: Page }): ReactNode {
  const counts = useStatus()?.counts;
  return (
    <>
      {counts && `Looked at ${countOf(counts.sessions, "session")} on ${countOf(counts.servers, "server")}, `}
      {counts ? "as of " : "As of "}
      <Time at={page.asOf} focusable />. {reachWords(page.server).lookedAt}
    </>
  );
}
