"use client";

import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { ApiError } from "@/lib/api/api-error";
import { routes } from "../routes";
import { Banner } from "../ui/banner";
import { Button } from "../ui/button";
import { buttonLook } from "../ui/button-look";
import { SkeletonRows } from "../ui/skeleton";
import { VisuallyHidden } from "../ui/visually-hidden";
import { askFor } from "./asked";
import { PreviewTouches } from "./preview-touches";
import type { Preview } from "./use-preview";

/** What an operation would touch, what may go wrong, and whether it can be taken back. */
export function PreviewView({ preview, waiting }: { preview: Preview; waiting: ReactNode }) {
  const { shown, error } = preview;
  return (
    <>
      {error && <Refusal error={error} onAgain={preview.renew} />}
      {!shown && !error && (waiting ?? <Reading />)}
      {shown && (
        <div className="flex flex-col gap-3" aria-busy={preview.isFetching || undefined}>
          {shown.warnings.length > 0 && (
            <ul className="flex flex-col gap-1 rounded-control border border-warn-border bg-warn-soft px-3 py-2 text-warn-text">
              {shown.warnings.map((warning) => (
                <li key={warning} className="flex gap-2">
                  <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
                  {warning}
                </li>
              ))}
            </ul>
          )}
          <PreviewTouches preview={shown} />
          <p className="text-muted">{shown.undo ?? "It cannot be taken back."}</p>
        </div>
      )}
    </>
  );
}

function Reading() {
  return (
    <div aria-busy className="rounded-control border border-line">
      <VisuallyHidden>Reading whom it touches…</VisuallyHidden>
      <SkeletonRows rows={3} />
    </div>
  );
}

/** Why it cannot be done now, in the server's words. */
export function Refusal({ error, onAgain }: { error: Error; onAgain?: () => void }) {
  const operationId = error instanceof ApiError ? error.operationId : null;
  const again = error instanceof ApiError && error.code === "unavailable" && onAgain;
  const action = operationId ? (
    <Link
      href={routes.operation(operationId)}
      onClick={() => askFor(null)}
      className={buttonLook("secondary", "small")}
    >
      Show that operation
    </Link>
  ) : (
    again && (
      <Button size="small" onClick={again}>
        Try again
      </Button>
    )
  );
  return <Banner tone="warn" title={error.message} action={action} />;
}

/** What is different now has to be read before anything is confirmed. */
export function Changes({ preview: { changes, accept } }: { preview: Preview }) {
  if (changes.length === 0) return null;
  return (
    <div
      role="alert"
      className="flex flex-col gap-2 rounded-panel border border-info-border bg-info-soft px-3.5 py-2.5 text-info-text"
    >
      <p className="font-semibold">This has changed since you opened it:</p>
      <ul className="list-disc pl-5">
        {changes.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
      <div>
        <Button size="small" onClick={accept}>
          I have read it
        </Button>
      </div>
    </div>
  );
}
