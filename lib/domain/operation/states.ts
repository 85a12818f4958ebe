/**
 * The life of an operation: intended (written down, nothing sent) → acting (being sent: from here on nobody knows whether it was
 * done) → accepted (the site took it) → verified | still-there | unknown. `failed` only for a definite error of the site; `refused`
 * where the world had changed before it was sent; `stopped` where a person or the end of Ghostdesk came before it was sent.
 */
export const OPERATION_STATES = [
  "intended",
  "acting",
  "accepted",
  "verified",
  "still-there",
  "unknown",
  "failed",
  "refused",
  "stopped",
] as const;
export type OperationState = (typeof OPERATION_STATES)[number];

/** Nothing more is expected of these. What is unknown is read again until it is known. */
export const OVER_STATES = ["verified", "still-there", "failed", "refused", "stopped"] as const;

export function isUnderWay(state: OperationState): boolean {
  return state === "intended" || state === "acting" || state === "accepted";
}

/** What the parts of an operation make of the whole: under way while one is; then the worst that a person must know of. */
const WORST_FIRST = [
  "acting",
  "intended",
  "accepted",
  "unknown",
  "failed",
  "still-there",
  "refused",
  "stopped",
] as const;

/** The state of an operation by those of its parts; `accepted` parts of a verb that nothing can verify are its end. */
export function stateOfAll(states: readonly OperationState[]): OperationState {
  const begun = states.some((state) => state !== "intended");
  const worst = WORST_FIRST.find((state) => states.includes(state)) ?? "verified";
  // Some are done and some not yet begun: it is being done.
  return worst === "intended" && begun ? "acting" : worst;
}
