"use client";

import { PageFailed } from "@/components/shell/page-failed";

/** What fails outside of the frame of the signed-in pages. */
export default function RootError({ reset }: { error: Error; reset: () => void }) {
  return (
    <main className="grid min-h-dvh place-items-center">
      <PageFailed onRetry={reset} />
    </main>
  );
}
