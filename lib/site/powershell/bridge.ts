import { DeskError } from "@/lib/errors";
import type { SiteActor } from "@/lib/site/command";
import type { SdkSource } from "@/lib/site/port";
import { createBridgeActor } from "./actor";
import { type CommandName, HELLO, type Hello } from "./commands";
import type { StandIn } from "./environment";
import { BridgeFault } from "./fault";
import type { Launch } from "./launch";
import { READER_LIMITS, type ReaderLimits, Readers } from "./readers";
import { createBridgeSource, readHello, unavailable } from "./source";
import { realTimers, type Timers } from "./timers";
import { Writers } from "./writers";

export interface BridgeOptions {
  readonly executable: string;
  /** Before the bridge's own: how a container's or a jump host's client is told where PowerShell is. */
  readonly arguments: readonly string[];
  /** DNS name of the controller to speak to; null where the SDK chooses. */
  readonly controller: string | null;
  /** Takes the place of Citrix's modules; null at a real site. */
  readonly standIn: StandIn | null;
  /** Called when a request line was given to a process: for measuring. */
  readonly onSent?: (op: CommandName) => void;
  readonly timers?: Timers;
  readonly readerLimits?: ReaderLimits;
}

export interface Bridge {
  readonly sdk: SdkSource;
  readonly actor: SiteActor;
  /**
   * Resolves when a process is there for the next read and another one for the next write, and keeps it so. Without it the first write
   * waits for a start. Rejects with DeskError `unavailable`.
   */
  warm(): Promise<void>;
  /**
   * What a living process says of itself, asked anew: a read that calls no cmdlet, so it also measures what a read costs beyond its
   * cmdlet. Rejects with DeskError `unavailable`.
   */
  hello(): Promise<Hello>;
  /** Ends all processes; resolves when none is left. Reads that run are refused, the outcome of writes is unknown. */
  close(): Promise<void>;
}

/**
 * Opens the way to Citrix's SDK through PowerShell: reads through living processes, of which the first is started now, writes through a
 * fresh one each. Works in a worker thread too; one that only reads leaves out `warm`. Throws DeskError `invalid` for a controller that
 * has no DNS name.
 */
export function openBridge(options: BridgeOptions): Bridge {
  const { controller, timers = realTimers, onSent = () => undefined } = options;
  if (!HELLO.args.safeParse({ controller }).success) {
    throw new DeskError("invalid", `The controller's name is not a DNS name: ${controller}.`);
  }
  const launch: Launch = { ...options, timers, onSent };
  const readers = new Readers(launch, controller, options.readerLimits ?? READER_LIMITS);
  const writers = new Writers(launch, controller);
  return {
    sdk: createBridgeSource(readers, launch),
    actor: createBridgeActor(writers, launch),
    warm: async () => {
      await asDeskError(Promise.all([readHello(readers, launch, controller), writers.warm()]));
    },
    hello: () => readHello(readers, launch, controller),
    close: async () => {
      await Promise.all([readers.close(), writers.close()]);
    },
  };
}

async function asDeskError<T>(done: Promise<T>): Promise<T> {
  try {
    return await done;
  } catch (error) {
    throw error instanceof BridgeFault ? unavailable(error) : error;
  }
}
