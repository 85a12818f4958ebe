import type { BrokerWord, FailedLaunch, FailedSession, ServerReach, ServerWord } from "@/lib/domain/ghost/facts";
import { aGroup, aMachine, aPace, BEGAN } from "@/lib/domain/ghost/facts.fixture";
import { type GhostSettings, usualSettings } from "@/lib/domain/ghost/settings";
import type { MachineTimers } from "@/lib/domain/session/limits";
import type { Instant, Machine, Session } from "@/lib/domain/site";
import type { DeltaPart, GhostDelta, GhostOrders } from "../protocol";
import { Detector } from "./detector";
import type { SourceStates } from "./gathered-facts";
import { noLimits, type PaceWitness, type SiteRecords, type Witnesses } from "./witnesses";

/** A site made by hand, with witnesses that say what they were given, and a detector over it. */

const NONE: ReadonlySet<string> = new Set();

/** Answers once what was added since, as the witnesses do. */
class News {
  #keys = new Set<string>();
  add(key: string): void {
    this.#keys.add(key);
  }
  take(): Set<string> {
    const keys = this.#keys;
    this.#keys = new Set();
    return keys;
  }
}

export class DetectorSite implements SiteRecords {
  readonly #sessions = new Map<string, Session>();
  readonly #machines = new Map<string, Machine>();
  readonly #words = new Map<string, ServerWord>();
  readonly #answered = new News();
  readonly #brokerAnswered = new News();
  readonly #users = new News();
  readonly #failedMachines = new News();
  limits: Witnesses["limits"] = noLimits;
  readonly reaches = new Map<string, ServerReach>();
  readonly brokerWords = new Map<string, BrokerWord>();
  readonly launches: FailedLaunch[] = [];
  readonly failures: FailedSession[] = [];
  pace: ReturnType<typeof aPace> = aPace();
  sources: SourceStates = { monitor: "ok", broker: "absent", sdk: "ok" };
  /** Keys of the sessions whose records were asked for: what judging costs. */
  readonly looked: string[] = [];
  readonly detector: Detector;
  #parts: DeltaPart[] = [];

  constructor(open: GhostOrders["open"] = [], settings: Partial<GhostSettings> = {}) {
    this.detector = new Detector(this, this.#witnesses(), { settings: { ...usualSettings(), ...settings }, open });
  }

  session(key: string): Session | undefined {
    this.looked.push(key);
    return this.#sessions.get(key);
  }
  machine(key: string): Machine | undefined {
    return this.#machines.get(key);
  }
  group(key: string): ReturnType<typeof aGroup> | undefined {
    return key === "group-1" ? aGroup() : undefined;
  }

  /** These records changed; the next pass tells the detector. */
  put(...sessions: readonly Session[]): this {
    for (const session of sessions) this.#sessions.set(session.key, session);
    this.#parts.push({ sessions: { upserts: sessions, removals: [] } });
    return this;
  }
  putTimers(timers: MachineTimers): this {
    this.#parts.push({ timers: { upserts: [timers], removals: [] } });
    return this;
  }
  putMachine(facts: Partial<Machine> = {}): this {
    const machine = aMachine(facts);
    this.#machines.set(machine.key, machine);
    this.#parts.push({ machines: { upserts: [machine], removals: [] } });
    return this;
  }
  remove(key: string): this {
    this.#sessions.delete(key);
    this.#parts.push({ sessions: { upserts: [], removals: [key] } });
    return this;
  }
  removeMachine(key: string): this {
    this.#machines.delete(key);
    this.#parts.push({ machines: { upserts: [], removals: [key] } });
    return this;
  }

  /** The server answered. */
  answer(word: ServerWord, machineKey = "machine-1"): this {
    this.#words.set(machineKey, word);
    this.reaches.set(machineKey, "heard");
    this.#answered.add(machineKey);
    return this;
  }
  /** The server could not be asked; what it said before stays. */
  fail(machineKey = "machine-1"): this {
    this.reaches.set(machineKey, "failed");
    this.#answered.add(machineKey);
    return this;
  }
  answerBroker(word: BrokerWord, machineKey = "machine-1"): this {
    this.brokerWords.set(machineKey, word);
    this.#brokerAnswered.add(machineKey);
    return this;
  }
  failLaunch(launch: Partial<FailedLaunch> = {}): this {
    const failed = { at: BEGAN, userKey: "S-1-5-21-1", machineKey: null, code: 13, ...launch };
    this.launches.push(failed);
    if (failed.userKey !== null) this.#users.add(failed.userKey);
    return this;
  }
  failSession(at: Instant, machineKey = "machine-1"): this {
    const sessionKey = `failed-${this.failures.length}`;
    this.failures.push({ sessionKey, at, userKey: sessionKey, machineKey, categoryId: 11, code: 19, category: 2 });
    this.#failedMachines.add(machineKey);
    return this;
  }

  /** One pass: what changed is told in this order, or backwards, and judged. */
  pass(now: Instant, { backwards = false, left = NONE } = {}): GhostDelta {
    const parts = backwards ? this.#parts.reverse() : this.#parts;
    this.#parts = [];
    for (const part of parts) this.detector.observe(part, left);
    this.detector.wanted(now);
    this.looked.length = 0;
    return this.detector.judge(now, this.sources);
  }

  #witnesses(): Witnesses {
    const pace: PaceWitness = {
      ...this.pace,
      note: () => {},
      forget: () => {},
      around: (at) => this.pace.around(at),
    };
    return {
      server: {
        word: (key) => this.#words.get(key) ?? null,
        reach: (key) => this.reaches.get(key) ?? "waiting",
        answered: () => this.#answered.take(),
      },
      broker: { word: (key) => this.brokerWords.get(key) ?? null, answered: () => this.#brokerAnswered.take() },
      failures: {
        launchesOf: (userKey, since) => this.launches.filter((each) => each.userKey === userKey && each.at >= since),
        ofMachine: (key, since) => this.failures.filter((each) => each.machineKey === key && each.at >= since),
        machinesChanged: () => this.#failedMachines.take(),
        usersChanged: () => this.#users.take(),
      },
      pace,
      limits: (session) => this.limits(session),
    };
  }
}

/** A delta in short: what was found and withdrawn, by the subject's key. */
export function inShort({ found, withdrawn }: GhostDelta): Record<string, string> {
  return {
    ...Object.fromEntries(found.map((finding) => [finding.subject.key, finding.class])),
    ...Object.fromEntries(withdrawn.map(({ subject, reason }) => [subject.key, reason])),
  };
}
