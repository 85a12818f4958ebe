import { z } from "zod";
import { POWER_ACTIONS, type Verb } from "@/lib/domain/operation/verbs";
import type { SiteCommand } from "@/lib/site/command";
import { GroupRow } from "./group-shapes";
import { AgentState, MachineNow, MachineRow, PowerActions, ServerTimers } from "./machine-shapes";
import { ConnectionAttempt, SessionNow, SessionRow, WindowsSessions } from "./session-shapes";
import { Guid, pageOf, Text, Uid } from "./shape";
import { AccessRules, Lease, Site, StandbySettings } from "./site-shapes";

/**
 * The closed table of what the scripts can be told: the arguments of each command, what it answers, and how long it may take. The
 * scripts hold the same table with typed param() blocks; nothing else travels.
 */

export interface CommandRule<TArgs, TResult> {
  readonly args: z.ZodType<TArgs>;
  readonly result: z.ZodType<TResult>;
  /** What the script is given; the process is ended a little later. */
  readonly limitMs: number;
}

const SECOND = 1_000;
const rule = <TArgs, TResult>(
  args: z.ZodType<TArgs>,
  result: z.ZodType<TResult>,
  limitMs: number,
): CommandRule<TArgs, TResult> => ({ args, result, limitMs });

const Nothing = z.strictObject({});
const Page = z.strictObject({ afterUid: Uid, count: z.number().int().min(1).max(1_000) });
const OfSession = z.strictObject({ sessionKey: Guid });
const OfMachine = z.strictObject({ machineKey: Guid });
/** Remove-BrokerLease takes patterns: nothing that is one may pass. */
const OfLease = z.strictObject({
  leaseKey: z.string().regex(/^[A-Za-z0-9+/=_.:-]{1,256}$/, "must be a lease's key"),
});
const HOST = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,254}$/;
const DnsName = z.string().regex(HOST, "must be a DNS name");
/** The SDK's -AdminAddress may name a port. */
const AdminAddress = z
  .string()
  .regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,254}(:[0-9]{1,5})?$/, "must be a DNS name or one with a port");

export const Hello = z.object({
  edition: z.enum(["Desktop", "Core"]),
  version: z.string().max(64),
  sdk: z.enum(["snap-ins", "modules", "stand-in"]),
  languageMode: z.string().max(64),
});
/** What a started PowerShell says of itself. */
export type Hello = z.output<typeof Hello>;

/** The first request of every process. Loading snap-ins from a slow disk takes its time. */
export const HELLO = rule(z.strictObject({ controller: AdminAddress.nullable() }), Hello, 60 * SECOND);

export const READS = {
  site: rule(Nothing, Site, 20 * SECOND),
  sessions: rule(Page, pageOf(SessionRow), 30 * SECOND),
  machines: rule(Page, pageOf(MachineRow), 30 * SECOND),
  session: rule(OfSession, SessionNow.nullable(), 15 * SECOND),
  machine: rule(OfMachine, MachineNow.nullable(), 15 * SECOND),
  "power-actions": rule(OfMachine, PowerActions, 20 * SECOND),
  leases: rule(Page, pageOf(Lease), 30 * SECOND),
  lease: rule(OfLease, Lease.nullable(), 15 * SECOND),
  standby: rule(Nothing, StandbySettings, 20 * SECOND),
  groups: rule(Page, pageOf(GroupRow), 30 * SECOND),
  "access-rules": rule(Nothing, AccessRules, 30 * SECOND),
  "connection-log": rule(Page.extend({ since: z.iso.datetime() }), pageOf(ConnectionAttempt), 30 * SECOND),
  "windows-sessions": rule(OfMachine, WindowsSessions, 20 * SECOND),
  "agent-service": rule(OfMachine, AgentState, 20 * SECOND),
  "server-timers": rule(OfMachine, ServerTimers, 20 * SECOND),
} as const;
export type ReadName = keyof typeof READS;
export type ReadArgs<TName extends ReadName> = z.output<(typeof READS)[TName]["args"]>;
export type ReadResult<TName extends ReadName> = z.output<(typeof READS)[TName]["result"]>;

interface Done {
  readonly powerActionUid: number | null;
}
const Taken: z.ZodType<Done> = z.object({ powerActionUid: z.null() });
const Queued: z.ZodType<Done> = z.object({ powerActionUid: Uid });
/** Texts for people travel as data whatever they hold; a dialog cannot show more than this. */
const Message = OfSession.extend({ title: z.string().max(1_000), text: z.string().max(10_000) });

type ArgsOf<TVerb extends Verb, TCommand = SiteCommand> = TCommand extends { readonly verb: infer TVerbs }
  ? TVerb extends TVerbs
    ? Omit<TCommand, "verb">
    : never
  : never;

export const WRITES: {
  readonly [TVerb in Verb]: CommandRule<ArgsOf<TVerb>, Done>;
} = {
  "log-off": rule(OfSession, Taken, 30 * SECOND),
  disconnect: rule(OfSession, Taken, 30 * SECOND),
  hide: rule(OfSession, Taken, 30 * SECOND),
  unhide: rule(OfSession, Taken, 30 * SECOND),
  message: rule(Message, Taken, 30 * SECOND),
  // A service that does not want to end is waited for by Windows itself.
  "restart-agent": rule(OfMachine, Taken, 120 * SECOND),
  "maintenance-on": rule(OfMachine, Taken, 30 * SECOND),
  "maintenance-off": rule(OfMachine, Taken, 30 * SECOND),
  power: rule(OfMachine.extend({ action: z.enum(POWER_ACTIONS) }), Queued, 30 * SECOND),
  "remove-lease": rule(OfLease, Taken, 30 * SECOND),
  "refresh-leases": rule(z.strictObject({ controller: DnsName }), Taken, 60 * SECOND),
  "set-leasing": rule(z.strictObject({ enabled: z.boolean() }), Taken, 30 * SECOND),
};

export type CommandName = "hello" | ReadName | Verb;

/** Who asks, for the site's own log: null with reads. */
export const Asker = z.object({ actor: z.string().min(1).max(256), operationId: Guid });
export type Asker = z.output<typeof Asker>;

/** One reply; whatever stands beside these fields is dropped. */
export const Reply = z.discriminatedUnion("ok", [
  z.object({ id: Guid, ok: z.literal(true), result: z.unknown() }),
  z.object({
    id: Guid,
    ok: z.literal(false),
    error: z.object({ id: Text, message: z.string(), definite: z.boolean() }),
  }),
]);
export type Reply = z.output<typeof Reply>;
