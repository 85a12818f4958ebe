import type { MessagePort } from "node:worker_threads";
import type { WindowsSession } from "@/lib/domain/ghost/facts";
import { DeskError, describeError } from "@/lib/errors";
import type { ActAnswer, SiteActor } from "@/lib/site/command";
import type { SdkSite, SdkSource } from "@/lib/site/port";
import type {
  AgentService,
  SdkAccessRule,
  SdkConnectionAttempt,
  SdkGroup,
  SdkLease,
  SdkMachineNow,
  SdkPowerAction,
  SdkSessionNow,
  SdkStandby,
  ServerTimers,
} from "@/lib/site/sdk";
import { LineSilent, PortLine } from "./port-line";
import type { PagedRows, SdkPage, SdkQuestion } from "./protocol";

const ANSWER_MS_MAX = 10_000;

/** Asks one question. The question decides the type of its answer; both ends are compiled from the same protocol. */
export type AskSdk = <TAnswer>(question: SdkQuestion) => Promise<TAnswer>;

/** The asking end of a port that PracticeSite.openSdkPort gave; pages hold at most 500 rows. */
export function createSdkSource(port: MessagePort): SdkSource {
  const line = new PortLine(port, { countsDown: false });
  return sourceOver(async <TAnswer>(question: SdkQuestion) => {
    try {
      return (await line.send({ question }, ANSWER_MS_MAX)) as TAnswer;
    } catch (error) {
      if (!(error instanceof LineSilent)) throw error;
      throw new DeskError("unavailable", error.message, { cause: error });
    }
  });
}

/** The SDK over anything that can put its questions. */
export function sourceOver(ask: AskSdk): SdkSource {
  return {
    sessions: () => pages(ask, "sessions"),
    machines: () => pages(ask, "machines"),
    site: () => ask<SdkSite>({ ask: "site" }),
    windowsSessions: (machineId) => ask<readonly WindowsSession[]>({ ask: "windowsSessions", machineId }),
    session: (sessionKey) => ask<SdkSessionNow | null>({ ask: "session", sessionKey }),
    machine: (machineId) => ask<SdkMachineNow | null>({ ask: "machine", machineId }),
    powerActions: (machineId) => ask<readonly SdkPowerAction[]>({ ask: "powerActions", machineId }),
    agentService: (machineId) => ask<AgentService>({ ask: "agentService", machineId }),
    serverTimers: (machineId) => ask<ServerTimers>({ ask: "serverTimers", machineId }),
    leases: () => pages(ask, "leases"),
    lease: (leaseKey) => ask<SdkLease | null>({ ask: "lease", leaseKey }),
    standby: () => ask<readonly SdkStandby[]>({ ask: "standby" }),
    groups: () => ask<readonly SdkGroup[]>({ ask: "groups" }),
    accessRules: () => ask<readonly SdkAccessRule[]>({ ask: "accessRules" }),
    connectionLog: (since) =>
      pagesOf((after) => ask<SdkPage<SdkConnectionAttempt>>({ ask: "connectionLog", since, after })),
  };
}

function pages<TList extends keyof PagedRows>(
  ask: AskSdk,
  list: TList,
): AsyncGenerator<readonly PagedRows[TList][], void> {
  return pagesOf((after) => ask<SdkPage<PagedRows[TList]>>({ ask: list, after }));
}

async function* pagesOf<T>(pageAfter: (after: number) => Promise<SdkPage<T>>): AsyncGenerator<readonly T[], void> {
  for (let after: number | null = 0; after !== null; ) {
    const page: SdkPage<T> = await pageAfter(after);
    yield page.rows;
    after = page.next;
  }
}

/** The acting end; it may share its port with a source. A port that closed, or a time that is over, leaves it unknown what was done. */
export function createSiteActor(port: MessagePort): SiteActor {
  const line = new PortLine(port, { countsDown: true });
  return {
    async act(command, context) {
      try {
        return (await line.send({ command, context }, context.deadlineMs)) as ActAnswer;
      } catch (error) {
        return { kind: "unknown", why: describeError(error) };
      }
    },
  };
}
