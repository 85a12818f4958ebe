import type { OperationParams } from "@/lib/api/contract/operations";
import { durationMs } from "@/lib/api/iso-duration";
import { NO_PARAMS, type Params } from "@/lib/domain/operation/params";
import type { ActionSettings } from "@/lib/domain/operation/settings";
import type { Verb } from "@/lib/domain/operation/verbs";
import { DeskError } from "@/lib/errors";

const MINUTE = 60_000;
const HIDE_MOST_MS = 7 * 24 * 60 * MINUTE;
const HIDE_LEAST_MS = 5 * MINUTE;

/** What a verb needs beside its target. Throws `invalid` naming the field that is missing or wrong; what it does not take is ignored. */
export function readParams(verb: Verb, given: OperationParams | undefined, settings: ActionSettings): Params {
  switch (verb) {
    case "message":
      return { ...NO_PARAMS, message: readMessage(given) };
    case "power":
      return { ...NO_PARAMS, action: given?.action ?? missing("action", "Say which power action.") };
    case "hide":
      return { ...NO_PARAMS, forMs: given?.for === undefined ? settings.hideMinutes * MINUTE : readFor(given.for) };
    case "set-leasing":
      return { ...NO_PARAMS, enabled: given?.enabled ?? missing("enabled", "Say whether leasing is to be on or off.") };
    case "log-off":
    case "disconnect":
    case "unhide":
    case "restart-agent":
    case "maintenance-on":
    case "maintenance-off":
    case "remove-lease":
    case "refresh-leases":
      return NO_PARAMS;
  }
}

function readMessage(given: OperationParams | undefined): NonNullable<Params["message"]> {
  const text = given?.text ?? missing("text", "A message needs a text.");
  return { title: given?.title ?? "Message from the service desk", text };
}

function readFor(duration: string): number {
  const ms = durationMs(duration);
  if (ms >= HIDE_LEAST_MS && ms <= HIDE_MOST_MS) return ms;
  throw new DeskError("invalid", "A session is hidden for 5 minutes to 7 days, written such as PT4H.", {
    field: "params.for",
  });
}

function missing(field: string, sentence: string): never {
  throw new DeskError("invalid", sentence, { field: `params.${field}` });
}
