"use client";

import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";

/** A page that broke while it was drawn: a fault of ours, and what to do about it. */
export function PageFailed({ onRetry }: { onRetry: () => void }) {
  return (
    <EmptyState
      kind="failed"
      heading
      title="This page broke."
      action={<Button onClick={onRetry}>Draw it again</Button>}
    >
      That is a fault of Ghostdesk, not of the site, and nothing on the site has changed. If it breaks again, tell
      whoever runs Ghostdesk: the server's log has the reason.
    </EmptyState>
  );
}
