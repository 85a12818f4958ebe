import { describeError } from "@/lib/errors";
import { log } from "@/lib/log";
import type { ActAnswer, ActContext, SiteActor, SiteCommand } from "@/lib/site/command";
import { Asker, type Reply, WRITES } from "./commands";
import { plainText } from "./error-output";
import { BridgeFault, type FaultKind } from "./fault";
import type { Launch, Question } from "./launch";
import { secretsOf } from "./launch";
import type { Writers } from "./writers";

/** Acts through the bridge. One rule decides every doubt: once the request line was given to a process, no answer means unknown. */
export function createBridgeActor(writers: Writers, launch: Launch): SiteActor {
  return {
    act: async (command, context) => {
      const question = questionOf(command, context);
      if (typeof question === "string") return refused("BadArguments", question);
      try {
        return answerOf(command, await writers.ask(question), secretsOf(launch));
      } catch (error) {
        return answerTo(error);
      }
    },
  };
}

/** The question, or what is wrong with it as a sentence. */
function questionOf(command: SiteCommand, context: ActContext): Question | string {
  const { verb, ...given } = command;
  const rule = WRITES[verb];
  const args = rule.args.safeParse(given);
  if (!args.success) {
    const first = args.error.issues[0];
    return `This cannot be asked of the site: ${first?.path.join(".") || verb} ${first?.message ?? "is wrong"}.`;
  }
  const asker = Asker.safeParse(context);
  if (!asker.success) return "This cannot be asked of the site: it does not say who asks.";
  const limitMs = Math.min(rule.limitMs, context.deadlineMs);
  if (!(limitMs > 0)) return "There was no time left to ask the site.";
  return { op: verb, args: args.data, limitMs: Math.ceil(limitMs), asker: asker.data, isLast: true };
}

function answerOf({ verb }: SiteCommand, reply: Reply, secrets: readonly string[]): ActAnswer {
  if (!reply.ok) {
    const message = plainText(reply.error.message, secrets, 1_000) || "The site gave no reason.";
    if (reply.error.definite) return { kind: "failed", errorId: reply.error.id, message };
    return unknown(`The site answered: ${message}`);
  }
  const result = WRITES[verb].result.safeParse(reply.result);
  if (result.success) return { kind: "accepted", powerActionUid: result.data.powerActionUid };
  log.warn({ op: verb, problem: result.error.message }, "the PowerShell bridge answered an act in another shape");
  return unknown("The answer of the PowerShell bridge cannot be read.");
}

const ERROR_IDS: Readonly<Record<FaultKind, string>> = {
  "not-started": "BridgeNotStarted",
  timeout: "BridgeTimeout",
  lost: "BridgeLost",
  flood: "BridgeFlood",
  broken: "BridgeBroken",
  busy: "BridgeBusy",
  closed: "BridgeClosed",
};

function answerTo(error: unknown): ActAnswer {
  if (error instanceof BridgeFault) {
    return error.sent ? unknown(error.message) : refused(ERROR_IDS[error.kind], error.message);
  }
  log.error({ error: describeError(error) }, "the PowerShell bridge failed in a way that it does not know");
  return unknown("The PowerShell bridge failed.");
}

const unknown = (what: string): ActAnswer => ({ kind: "unknown", why: `${what} Whether it was done is unknown.` });

function refused(errorId: string, what: string): ActAnswer {
  return { kind: "failed", errorId, message: `${what} Nothing was done.` };
}
