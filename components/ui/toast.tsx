"use client";

import { Toast as Base } from "@base-ui/react/toast";
import { CircleCheck, CircleX, X } from "lucide-react";
import { classes } from "./classes";
import { POPUP } from "./popup";

const manager = Base.createToastManager();

/** Says in a corner that something was done. What went wrong belongs where it went wrong; only where no place is left, here. */
export function showToast(title: string, options: { description?: string; failed?: boolean } = {}): void {
  manager.add({
    title,
    ...(options.description ? { description: options.description } : {}),
    type: options.failed ? "failed" : "done",
    timeout: options.failed ? 0 : 6000,
    priority: options.failed ? "high" : "low",
  });
}

/** Stands once per document. */
export function ToastRegion() {
  return (
    <Base.Provider toastManager={manager}>
      <Base.Portal>
        <Base.Viewport className="fixed right-4 bottom-4 z-50 flex w-80 max-w-[calc(100vw-2rem)] flex-col gap-2 max-sm:bottom-20">
          <ToastList />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function ToastList() {
  const { toasts } = Base.useToastManager();
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
