"use client";

import type { OutageResponse } from "@/lib/api/contract/leases";
import { askFor, loadDialog } from "../operation/asked";
import { useRefusal, useSiteFacts } from "../shell/site";
import { Button } from "../ui/button";
import { unwellController } from "./controller-words";

/** Switches connection leasing on or off for the whole site; what is against it stands on the button. */
export function LeasingSwitch({ outage }: { outage: OutageResponse }) {
  const refusal = useRefusal("act-on-leases");
  const { siteName } = useSiteFacts();
  const { leasing } = outage.flags;
  const off = refusal ?? switchRefusal(outage);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <Button
        disabledReason={off}
        onPointerEnter={() => void loadDialog()}
        onFocus={() => void loadDialog()}
        onClick={() =>
          askFor({
            verb: "set-leasing",
            target: { site: true },
            params: { enabled: leasing !== true },
            subject: siteName,
          })
        }
      >
        {leasing ? "Switch connection leasing off…" : "Switch connection leasing on…"}
      </Button>
      {off && <span className="text-muted text-small">{off}</span>}
    </div>
  );
}

function switchRefusal({ flags, inUse, controllers }: OutageResponse): string | null {
  if (flags.leasing === null) return "This release of the site has no connection leases, or the flag was not read.";
  if (inUse) return "Not while the database is away.";
  return unwellController(controllers);
}
