import type { RunScope } from "@/lib/collector/run-scope";
import { DeskError, describeError } from "@/lib/errors";
import { log } from "@/lib/log";
import type { Agreement } from "../verbs/verb";
import type { OpenOperation, OpenPart } from "./open-operation";
import { lookAgain } from "./seen";
import { writePart } from "./write-part";

/** Whether a part was sent and something is still expected to show what came of it. */
export function isToBeLookedAt({ state, settledAt }: OpenPart): boolean {
  return settledAt === null && (state === "accepted" || state === "unknown");
}

/** Reads what a part was done to again and writes down what that shows, where it shows anything new. */
export async function verifyPart(scope: RunScope, operation: OpenOperation, part: OpenPart): Promise<void> {
  const seen = await read(scope, operation, part);
  const at = scope.siteClock.now();
  const isOver = part.lookUntil !== null && at >= part.lookUntil;
  if (seen === "unreadable") {
    if (!isOver || part.state === "unknown") return;
    const message = "The site cannot be read, so it is not known whether it worked. It is read again until it is.";
    return writePart(scope, operation, part, { state: "unknown", message }, null);
  }
  switch (seen.kind) {
    case "agrees": {
      const message = `${seen.sentence} after ${took(at - (part.acceptedAt ?? part.sentAt ?? at))}.`;
      return writePart(scope, operation, part, { state: "verified", message, settledAt: at }, null);
    }
    case "failed":
      return writePart(scope, operation, part, { state: "failed", message: seen.sentence, settledAt: at }, null);
    case "not-yet":
      if (isOver) {
        return writePart(scope, operation, part, { state: "still-there", message: seen.sentence, settledAt: at }, null);
      }
      // What is unknown keeps saying why; what is accepted says how far it has come.
      if (part.state === "accepted" && part.message !== seen.sentence) {
        await writePart(scope, operation, part, { state: "accepted", message: seen.sentence }, null);
      }
  }
}

async function read(scope: RunScope, operation: OpenOperation, part: OpenPart): Promise<Agreement | "unreadable"> {
  try {
    const seen = await lookAgain(scope, operation, part);
    return seen ?? { kind: "not-yet", sentence: "Nothing shows whether it was done." };
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    log.debug({ event: "operation.unreadable", operation: operation.id, reason: describeError(error) });
    return "unreadable";
  }
}

/** A length of time in words: 14 s, 2 min 5 s. */
export function took(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? `${seconds} s` : `${minutes} min ${seconds % 60} s`;
}
