import type { BrokerWord, FailedLaunch, ServerReach, ServerWord, SessionFacts } from "@/lib/domain/ghost/facts";
import type { GhostSettings } from "@/lib/domain/ghost/settings";
import type { Limit } from "@/lib/domain/session/limits";
import type { DeliveryGroup, Instant, Machine, Session } from "@/lib/domain/site";
import type { SourceName, SourceState } from "@/lib/domain/snapshot";
import type { KeyIndex } from "./key-index";
import type { SiteRecords, Witnesses } from "./witnesses";

export type SourceStates = Readonly<Record<SourceName, SourceState>>;

/** Where the facts of one judging come from. */
export interface FactSources {
  readonly now: Instant;
  readonly records: SiteRecords;
  readonly witnesses: Witnesses;
  readonly settings: GhostSettings;
  readonly sources: SourceStates;
  readonly byMachine: KeyIndex;
  readonly byUser: KeyIndex;
  /** Sessions of a machine once gathered: a server's word is about all of them, so each asks for them. */
  readonly onMachine: Map<string, readonly Session[]>;
}

/** The facts about one session. Most rules need few of them, so what takes a walk is gathered only when it is asked for. */
export class GatheredFacts implements SessionFacts {
  readonly session: Session;
  readonly machine: Machine | null;
  readonly #from: FactSources;

  constructor(session: Session, from: FactSources) {
    this.session = session;
    this.machine = (session.machineKey === null ? null : from.records.machine(session.machineKey)) ?? null;
    this.#from = from;
  }

  get now(): Instant {
    return this.#from.now;
  }

  get settings(): GhostSettings {
    return this.#from.settings;
  }

  get sources(): SourceStates {
    return this.#from.sources;
  }

  get pace(): SessionFacts["pace"] {
    return this.#from.witnesses.pace;
  }

  get group(): DeliveryGroup | null {
    const key = this.session.deliveryGroupKey;
    return (key === null ? null : this.#from.records.group(key)) ?? null;
  }

  get server(): ServerWord | null {
    const { machineKey } = this.session;
    return machineKey === null ? null : this.#from.witnesses.server.word(machineKey);
  }

  get serverReach(): ServerReach {
    const { machineKey } = this.session;
    return machineKey === null ? "unreachable" : this.#from.witnesses.server.reach(machineKey);
  }

  get broker(): BrokerWord | null {
    const { machineKey } = this.session;
    return machineKey === null ? null : this.#from.witnesses.broker.word(machineKey);
  }

  get onMachine(): readonly Session[] {
    const { machineKey } = this.session;
    if (machineKey === null) return [];
    const known = this.#from.onMachine.get(machineKey);
    if (known) return known;
    const sessions = this.#sessions(this.#from.byMachine.of(machineKey));
    this.#from.onMachine.set(machineKey, sessions);
    return sessions;
  }

  get ofUser(): readonly Session[] {
    return this.#sessions(this.#from.byUser.of(this.session.userKey));
  }

  get disconnectedLimit(): Limit {
    return this.#from.witnesses.limits(this.session);
  }

  get failedLaunches(): readonly FailedLaunch[] {
    const { userKey, since } = this.session;
    return userKey === null ? [] : this.#from.witnesses.failures.launchesOf(userKey, since);
  }

  #sessions(keys: readonly string[]): Session[] {
    return keys.flatMap((key) => this.#from.records.session(key) ?? []);
  }
}
