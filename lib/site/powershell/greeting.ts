import { HELLO } from "./commands";
import { plainText } from "./error-output";
import { BridgeFault } from "./fault";
import { type Launch, secretsOf } from "./launch";
import { BridgeProcess } from "./process";

/** A process that is starting; it can be ended before it greets. */
export interface Starting {
  readonly process: BridgeProcess;
  /**
   * Resolves when Citrix's SDK is loaded and a request can come. Rejects with a {@link BridgeFault} `not-started`: nothing was done by
   * it, whatever happened.
   */
  readonly greeted: Promise<void>;
}

/** Starts a process and greets it. Throws a {@link BridgeFault} where not even the start can be tried. */
export function startGreeting(launch: Launch, controller: string | null): Starting {
  let process: BridgeProcess;
  try {
    process = new BridgeProcess(launch);
  } catch (error) {
    throw new BridgeFault(
      "not-started",
      "PowerShell could not be started: its path or arguments are refused.",
      false,
      error,
    );
  }
  return { process, greeted: greet(process, launch, controller) };
}

async function greet(process: BridgeProcess, launch: Launch, controller: string | null): Promise<void> {
  try {
    const reply = await process.ask({
      op: "hello",
      args: HELLO.args.parse({ controller }),
      limitMs: HELLO.limitMs,
      asker: null,
      isLast: false,
    });
    if (!reply.ok) {
      throw new BridgeFault(
        "not-started",
        `The Citrix SDK cannot be used: ${plainText(reply.error.message, secretsOf(launch), 500)}`,
        false,
      );
    }
    HELLO.result.parse(reply.result);
  } catch (error) {
    void process.end();
    throw asNotStarted(error);
  }
}

function asNotStarted(error: unknown): BridgeFault {
  if (!(error instanceof BridgeFault)) {
    return new BridgeFault("not-started", "PowerShell greeted in a way that cannot be read.", false, error);
  }
  if (error.kind === "not-started") return error;
  return new BridgeFault("not-started", `PowerShell was not ready. ${error.message}`, false, error);
}
