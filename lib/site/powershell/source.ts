import { DeskError } from "@/lib/errors";
import { log } from "@/lib/log";
import type { SdkSource } from "@/lib/site/port";
import {
  type CommandRule,
  HELLO,
  type Hello,
  READS,
  type ReadArgs,
  type ReadName,
  type ReadResult,
  type Reply,
} from "./commands";
import { plainText } from "./error-output";
import { BridgeFault } from "./fault";
import { type Launch, secretsOf } from "./launch";
import type { Readers } from "./readers";

const PAGE_ROWS = 1_000;
/** A lease carries its XML; a page of them has to stay below what one reply may hold. */
const LEASE_PAGE_ROWS = 100;
/** Groups come with up to seven time schemes each. */
const GROUP_PAGE_ROWS = 250;

/** Reads through the bridge. */
export function createBridgeSource(readers: Readers, launch: Launch): SdkSource {
  const read: Read = (op, args) => readOne(readers, launch, op, RULES[op], args);
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
    groups: () => allOf(pages((afterUid) => read("groups", { afterUid, count: GROUP_PAGE_ROWS }))),
    accessRules: () => read("access-rules", {}),
    connectionLog: (since) => {
      const from = new Date(since).toISOString();
      return pages((afterUid) => read("connection-log", { since: from, afterUid, count: PAGE_ROWS }));
    },
  };
}

/** As the table, with the pairing of arguments and results that the compiler follows through a name. */
const RULES: { readonly [TName in ReadName]: CommandRule<ReadArgs<TName>, ReadResult<TName>> } = READS;
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

async function allOf<TRow>(all: AsyncIterable<readonly TRow[]>): Promise<readonly TRow[]> {
  const rows: TRow[] = [];
  for await (const page of all) rows.push(...page);
  return rows;
}

/** What a living process says of itself. Rejects with DeskError `unavailable`. */
export function readHello(readers: Readers, launch: Launch, controller: string | null): Promise<Hello> {
  return readOne(readers, launch, "hello", HELLO, { controller });
}

/** Rejects with DeskError `unavailable` or `not-found`; `invalid` where the key cannot be one. */
async function readOne<TArgs, TResult>(
  readers: Readers,
  launch: Launch,
  op: ReadName | "hello",
  rule: CommandRule<TArgs, TResult>,
  args: TArgs,
): Promise<TResult> {
  const asked = rule.args.safeParse(args);
  if (!asked.success) {
    throw new DeskError("invalid", "This cannot be asked of the site: its key is not one.", { cause: asked.error });
  }
  const given = resultOf(await reply(readers, op, asked.data, rule.limitMs), secretsOf(launch));
  const result = rule.result.safeParse(given);
  if (result.success) return result.data;
  log.warn({ op, problem: result.error.message.slice(0, 1_000) }, "the PowerShell bridge answered in another shape");
  throw new DeskError("unavailable", "The PowerShell bridge answered something else than was asked for.", {
    cause: result.error,
  });
}

async function reply(readers: Readers, op: ReadName | "hello", args: unknown, limitMs: number): Promise<Reply> {
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
