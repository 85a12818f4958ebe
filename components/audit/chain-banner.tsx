"use client";

import { ShieldCheck } from "lucide-react";
import type { ChainState } from "@/lib/api/contract/audit";
import { Badge } from "../ui/badge";
import { Banner } from "../ui/banner";
import { WallClock } from "../ui/clock";
import { Time } from "../ui/time";
import { formatNumber } from "../words";

/** Whether the audit can be trusted: whole, broken from one entry on, or not checked yet. */
export function ChainBanner({ chain }: { chain: ChainState }) {
  switch (chain.state) {
    case "checking":
      return (
        <Banner tone="info" title="Whether the audit is whole is not known yet.">
          {chain.sentence}
        </Banner>
      );
    case "broken":
      return (
        <Banner tone="bad" title={brokenTitle(chain)}>
          {chain.sentence} <CheckedAt chain={chain} />
        </Banner>
      );
    case "whole":
      return (
        <p role="status" className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-muted text-small">
          <Badge tone="ok" icon={ShieldCheck}>
            Whole
          </Badge>
          {chain.sentence} <CheckedAt chain={chain} />
        </p>
      );
  }
}

function brokenTitle({ brokenAt }: ChainState): string {
  const from = brokenAt === null ? "" : ` from entry ${formatNumber(brokenAt)} on`;
  return `Somebody has changed the audit: do not trust it${from}.`;
}

function CheckedAt({ chain: { checkedAt } }: { chain: ChainState }) {
  if (checkedAt === null) return null;
  return (
    <WallClock>
      <span>
        Checked <Time at={checkedAt} focusable />.
      </span>
    </WallClock>
  );
}
