"use client";

import { useSiteFacts } from "../shell/site";
import { useStored } from "../ui/use-stored";

const REASONS_MAX = 4;
const NONE: readonly string[] = [];
/** The contract's bounds, so that a refusal is said before anything is sent. */
export const REASON_MIN = 3;
export const REASON_MAX = 500;

/** What the signed-in account gave as reasons last, the newest first; kept in this browser only. */
export function useRecentReasons() {
  return useStored(`ghostdesk.reasons.${useSiteFacts().me.name}`, parseReasons);
}

/** The list with this reason at its head; the same in other letters is the same. */
export function withReason(reasons: readonly string[], reason: string): readonly string[] {
  const others = reasons.filter((each) => each.toLowerCase() !== reason.toLowerCase());
  return [reason, ...others].slice(0, REASONS_MAX);
}

export function parseReasons(stored: unknown): readonly string[] {
  if (!Array.isArray(stored)) return NONE;
  return stored.filter((each): each is string => typeof each === "string" && isReason(each)).slice(0, REASONS_MAX);
}

export function isReason(text: string): boolean {
  const { length } = text.trim();
  return length >= REASON_MIN && length <= REASON_MAX;
}
