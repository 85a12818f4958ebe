"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { SettingsResponse } from "@/lib/api/contract/settings";
import { settingsQuery } from "@/lib/api/query";
import { PageTitle } from "../shell/page-title";
import { QueryStates } from "../shell/query-states";
import { useRefusal } from "../shell/site";
import { Banner } from "../ui/banner";
import { WallClock } from "../ui/clock";
import { SkeletonRows } from "../ui/skeleton";
import { showToast } from "../ui/toast";
import { currentDraft, isEmpty } from "./draft-store";
import { SettingsForm } from "./settings-form";

/** What the rules of ghosts go by and how much may be done: everybody reads it, administrators change it. */
export function SettingsView() {
  const query = useQuery(settingsQuery());
  const refusal = useRefusal("manage-settings");
  useWordOnLeaving();
  return (
    <>
      <PageTitle title="Settings" note="what the rules of ghosts go by, and how much may be done" />
      {refusal && (
        <Banner tone="info" title="You can read these, not change them.">
          {refusal}
        </Banner>
      )}
      <QueryStates query={query} skeleton={<SkeletonRows rows={12} />}>
        {(data: SettingsResponse) => (
          <WallClock>
            <SettingsForm data={data} readOnly={refusal !== null} />
          </WallClock>
        )}
      </QueryStates>
    </>
  );
}

/** Whoever goes to another page with changes that are not saved is told so; they are kept. */
function useWordOnLeaving(): void {
  useEffect(
    () => () => {
      if (isEmpty(currentDraft())) return;
      showToast("Settings are not saved yet.", { description: "What you typed waits on the page of settings." });
    },
    [],
  );
}
