"use client";

import { Tooltip } from "@base-ui/react/tooltip";
import type { ReactElement } from "react";

/** One popup serves every tip on the page; a trigger only says what to show. */
const tips = Tooltip.createHandle<string>();

/**
 * A few words shown when its child is pointed at or focused. It only repeats or adds; what a person must know stands on the
 * page, and what a screen reader must know in the child's own label or description.
 */
export function Tip({ text, children }: { text: string; children: ReactElement }) {
  return <Tooltip.Trigger handle={tips} payload={text} delay={350} closeOnClick={false} render={children} />;
}

/** Stands once per document and shows the tip of whatever trigger is active. */
export function TipLayer() {
  return (
    <Tooltip.Root handle={tips}>
      {({ payload }) => (
        <Tooltip.Portal>
          <Tooltip.Positioner sideOffset={6} collisionPadding={8} className="z-50">
            <Tooltip.Popup className="max-w-72 rounded-control bg-ink px-2 py-1 text-page text-small shadow-pop transition-opacity duration-100 ease-out data-ending-style:opacity-0 data-starting-style:opacity-0">
              {payload}
            </Tooltip.Popup>
          </Tooltip.Positioner>
        </Tooltip.Portal>
      )}
    </Tooltip.Root>
  );
}
