"use client";

import { PageFailed } from "@/components/shell/page-failed";
import "./globals.css";

/** When even the frame of the page fails; it has to bring its own. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Ghostdesk</title>
        <main className="grid min-h-dvh place-items-center">
          <PageFailed onRetry={reset} />
        </main>
      </body>
    </html>
  );
}
