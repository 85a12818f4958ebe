import { DeskError } from "@/lib/errors";
import { log } from "@/lib/log";
import type { SdkSource } from "@/lib/site/port";
import { READS, type ReadArgs, type ReadName, type ReadResult, type Reply } from "./commands";
import { plainText } from "./error-output";
import { BridgeFault } from "./fault";
import { type Launch, secretsOf } from "./process";
import type { Readers } from "./readers";

const PAGE_ROWS = 1_000;
/** A lease carries its XML; a page of them has to stay below what one reply may hold. */
const LEASE_PAGE_ROWS = 100;

/** Reads through the bridge. */
export function createBridgeSource(readers: Readers, launch: Launch): SdkSource {
  const read: Read = (op, args) => readOne(readers, launch, op, args);
  return {
    sessions: () => pages((afterUid) => read("sessions", { afterUid, count: PAGE_ROWS })),
    machines: () => pages((afterUid) => read("machines", { afterUid, count: PAGE_ROWS })),
    site: () => read("site", {}),
    windowsSessions: (machineKey) => read("windows-sessions", { machineKey }),
    session: (sessionKey) => read("session", { sessionKey }),
    machine: (machineKey) => read("machine", { machineKey }),
    powerActions: (machineKey) => read("power-actions", { machineKey }),
    agentService: (machineKey) => read("agent-service", { machineKey }),
    serverTimers: (machineKey) => read("server-timers", { machineKey }),
    leases: () => pages((afterUid) => read("leases", { afterUid, count: LEASE_PAGE_ROWS })),
    lease: (leaseKey) => read("lease", { leaseKey }),
    standby: () => read("standby", {}),
    accessRules: () => read("access-rules", {}),
    connectionLog: (since) => {
      const from = new Date(since).toISOString();
      return pages((afterUid) => read("connection-log", { since: from, afterUid, count: PAGE_ROWS }));
    },
  };
}

type Read = <TName extends ReadName>(op: TName, args: ReadArgs<TName>) => Promise<ReadResult<TName>>;

interface Page<TRow> {
  readonly rows: readonly TRow[];
  readonly next: number | null;
}

async function* pages<TRow>(read: (afterUid: number) => Promise<Page<TRow>>): AsyncIterable<readonly TRow[]> {
  for (let after = 0; ; ) {
    const page = await read(after);
    yield page.rows;
    if (page.next === null) return;
    if (page.next <= after) throw new DeskError("unavailable", "The PowerShell bridge gives the same page again.");
    after = page.next;
  }
}

/** Rejects with DeskError `unavailable` or `not-found`; `invalid` where the key cannot be one. */
async function readOne<TName extends ReadName>(
  readers: Readers,
  launch: Launch,
  op: TName,
  args: ReadArgs<TName>,
): Promise<ReadResult<TName>> {
  const { args: Args, result: Result, limitMs } = READS[op];
  const asked = Args.safeParse(args);
  if (!asked.success) {
    throw new DeskError("invalid", "This cannot be asked of the site: its key is not one.", { cause: asked.error });
  }
  const result = Result.safeParse(resultOf(await reply(readers, op, asked.data, limitMs), secretsOf(launch)));
  // The table pairs each name with its own schema, which the compiler does not follow through an index.
  if (result.success) return result.data as ReadResult<TName>;
  log.warn({ op, problem: result.error.message.slice(0, 1_000) }, "the PowerShell bridge answered in another shape");
  throw new DeskError("unavailable", "The PowerShell bridge answered something else than was asked for.", {
    cause: result.error,
  });
}

async function reply(readers: Readers, op: ReadName, args: unknown, limitMs: number): Promise<Reply> {
  try {
    return await readers.ask(op, args, limitMs);
  } catch (error) {
    throw error instanceof BridgeFault ? unavailable(error) : error;
  }
}

export function unavailable(fault: BridgeFault): DeskError {
  return new DeskError("unavailable", fault.message, { cause: fault });
}

function resultOf(reply: Reply, secrets: readonly string[]): unknown {
  if (reply.ok) return reply.result;
  const message = plainText(reply.error.message, secrets, 500) || "The site gave no reason.";
  const code = reply.error.definite && /NotFound/i.test(reply.error.id) ? "not-found" : "unavailable";
  throw new DeskError(code, message, { cause: new Error(reply.error.id) });
}
