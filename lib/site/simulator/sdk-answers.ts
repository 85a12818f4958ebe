import type { MessagePort } from "node:worker_threads";
import type { WindowsSession } from "@/lib/domain/ghost/facts";
import { DeskError } from "@/lib/errors";
import type { SdkMachine, SdkSession, SdkSite } from "@/lib/site/port";
import type { World } from "./engine/world";
import type { Machine } from "./entities/machine";
import type { Session } from "./entities/session";
import { type SdkAnswer, type SdkPage, type SdkQuestion, type SdkRequest, toWire } from "./protocol";

const PAGE_ROWS = 500;
/** A controller's service says PendingFailure while it still hopes, then that its database is not there. */
const PENDING_FAILURE_MS = 2 * 60_000;

/** Answers the SDK's questions on one port from the simulation as it stands. */
export class SdkAnswers {
  readonly #world: World;
  /** Where the last page of each list ended, so that the next one need not search for its beginning. */
  readonly #places = new Map<string, { after: number; rest: Iterator<Session | Machine> }>();

  constructor(world: World) {
    this.#world = world;
  }

  serve(port: MessagePort): void {
    port.on("message", ({ id, question }: SdkRequest) => {
      try {
        port.postMessage({ id, answer: this.answer(question) });
      } catch (error) {
        port.postMessage({ id, error: toWire(error) });
      }
    });
  }

  answer(question: SdkQuestion): SdkAnswer {
    switch (question.ask) {
      case "site":
        return siteAnswer(this.#world);
      case "windowsSessions":
        return windowsSessions(this.#world, question.machineId);
      case "sessions":
        this.#requireDatabase();
        return this.#page(question, this.#world.sessions.values(), sessionAnswer);
      case "machines":
        this.#requireDatabase();
        return this.#page(question, this.#world.machines.values(), machineAnswer);
    }
  }

  /** Cmdlets that need the controllers' database fail while it is away (domain facts, leasing). */
  #requireDatabase(): void {
    if (this.#world.site.outageSince === null) return;
    throw new DeskError("unavailable", "The controllers cannot reach their database.");
  }

  /** Maps keep their order while they change, so an iterator left standing goes on where it was. */
  #page<T extends Session | Machine, TRow>(
    { ask, after }: { ask: "sessions" | "machines"; after: number },
    all: Iterator<T>,
    toRow: (item: T, world: World) => TRow | null,
  ): SdkPage<TRow> {
    const place = this.#places.get(ask);
    const going = after > 0 && place?.after === after;
    const items = (going ? place.rest : all) as Iterator<T>;
    const rows: TRow[] = [];
    let last = after;
    for (let item = items.next(); ; item = items.next()) {
      if (item.done) return { rows, next: null };
      const number = item.value.uid;
      if (number <= after) continue;
      last = number;
      const row = toRow(item.value, this.#world);
      if (row !== null) rows.push(row);
      if (rows.length === PAGE_ROWS) break;
    }
    this.#places.set(ask, { after: last, rest: items });
    return { rows, next: last };
  }
}

/** Sessions that only the broker knows, because no client has connected yet, have no row in the tables either. */
function sessionAnswer(session: Session, world: World): SdkSession | null {
  if (!session.established) return null;
  return {
    sessionKey: session.id,
    appState: session.appState,
    hidden: session.hidden,
    untrustedUserName: session.untrustedUser,
    brokeringUserName: session.brokeredFor === null ? null : accountOf(world, session.brokeredFor),
    connectionMode: session.mode,
  };
}

function accountOf(world: World, personId: number): string {
  const { domain, account } = world.personById(personId);
  return `${domain}\\${account}`;
}

function machineAnswer(machine: Machine, world: World): SdkMachine {
  return { machineId: machine.id, sessionsPending: world.census.pendingOn(machine.id) };
}

function siteAnswer({ site, now }: World): SdkSite {
  const since = site.outageSince;
  const serviceStatus = since === null ? "OK" : now - since < PENDING_FAILURE_MS ? "PendingFailure" : "DBNotFound";
  return {
    name: site.name,
    version: site.version,
    connectionLeasingEnabled: site.era !== "cache",
    localHostCacheEnabled: site.era !== "leases",
    controllers: site.controllers.map(({ dns }) => ({
      dnsName: dns,
      state: "Active",
      serviceStatus,
      lastActivityAt: since ?? now,
    })),
  };
}

/** The server's own list: what really runs there, known to the site or not. */
function windowsSessions(world: World, machineId: string): WindowsSession[] {
  const machine = world.machines.get(machineId);
  if (!machine) throw new DeskError("not-found", "The site has no such machine.");
  if (machine.power !== "On") throw new DeskError("unavailable", `${machine.name} cannot be asked: it is not running.`);
  return [...world.census.sessionsOn(machineId)].flatMap(({ windows }) => (windows ? [{ ...windows }] : []));
}
