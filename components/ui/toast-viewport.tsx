"use client";

import { Toast as Base } from "@base-ui/react/toast";
import { CircleCheck, CircleX, X } from "lucide-react";
import { useEffect } from "react";
import { classes } from "./classes";
import { POPUP } from "./popup";
import { takeToasts, useWaitingToasts } from "./toast";

const SHOWN_MS = 6000;

/** Shows toasts in the corner. A failure stays until it is dismissed. */
export function ToastViewport() {
  return (
    <Base.Provider>
      <Base.Portal>
        <Base.Viewport className="fixed right-4 bottom-4 z-50 flex w-80 max-w-[calc(100vw-2rem)] flex-col gap-2 max-sm:bottom-20">
          <ToastList />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function ToastList() {
  const { toasts, add } = Base.useToastManager();
  const waiting = useWaitingToasts();
  useEffect(() => {
    if (waiting.length === 0) return;
    for (const { title, description, failed } of takeToasts()) {
      const timeout = failed ? 0 : SHOWN_MS;
      add({ title, description, type: failed ? "failed" : "done", timeout, priority: failed ? "high" : "low" });
    }
  }, [waiting, add]);
  return toasts.map((toast) => {
    const failed = toast.type === "failed";
    const Icon = failed ? CircleX : CircleCheck;
    return (
      <Base.Root key={toast.id} toast={toast} className={classes(POPUP, "p-3 text-body")}>
        <Base.Content className="flex items-start gap-2.5">
          <Icon aria-hidden className={classes("mt-0.5 size-4 shrink-0", failed ? "text-bad-text" : "text-ok-text")} />
          <div className="min-w-0 flex-1">
            <Base.Title className="font-medium" />
            <Base.Description className="text-muted text-small" />
          </div>
          <Base.Close
            aria-label="Dismiss"
            className="grid size-6 place-items-center rounded-control text-faint hover:bg-hover"
          >
            <X aria-hidden className="size-3.5" />
          </Base.Close>
        </Base.Content>
      </Base.Root>
    );
  });
}
