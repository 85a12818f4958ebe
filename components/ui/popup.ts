/** The look that menus, lists and dialogs share when they open: 120 ms, none where motion is unwanted. */
export const POPUP =
  "rounded-panel border border-line bg-panel p-1 text-small text-ink shadow-pop outline-none transition-opacity duration-[120ms] ease-out data-ending-style:opacity-0 data-starting-style:opacity-0";
