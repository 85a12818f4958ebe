"use client";

import { RouteOff } from "lucide-react";
import { Badge } from "../ui/badge";
import { Banner } from "../ui/banner";
import { useNow, useZone } from "../ui/clock";
import { Age, Time } from "../ui/time";
import { VisuallyHidden } from "../ui/visually-hidden";
import { capitalised } from "../words";
import { elsewhereWords, type Skip, skippedDescription, skippedMeaning } from "./skipped-words";

/** Nothing where the server is not skipped, and where nobody knows. */
export function SkippedBadge({ server }: { server: Skip }) {
  const description = skippedDescription(server, useNow(60_000), useZone());
  if (server.skipped !== true) return null;
  return (
    <span title={description} className="relative">
      <Badge tone="warn" icon={RouteOff}>
        Being skipped
      </Badge>
      <VisuallyHidden>: {description}</VisuallyHidden>
    </span>
  );
}

/** On the server's own page: people who never call are harmed while this stands. */
export function SkippedBanner({ server }: { server: Skip }) {
  if (server.skipped !== true) return null;
  const elsewhere = elsewhereWords(server);
  return (
    <Banner tone="warn" title="This server is being skipped.">
      {server.skippedSince && (
        <>
          Since <Time at={server.skippedSince} focusable /> (<Age since={server.skippedSince} />
          ).{" "}
        </>
      )}
      {elsewhere && `${capitalised(elsewhere)}. `}
      {skippedMeaning(server)}
    </Banner>
  );
}
