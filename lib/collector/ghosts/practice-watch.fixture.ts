import { onTestFinished } from "vitest";
import type { Finding, Subject } from "@/lib/domain/ghost/finding";
import type { GhostSettings } from "@/lib/domain/ghost/settings";
import { usualSettings } from "@/lib/domain/ghost/settings";
import type { SdkSource } from "@/lib/site/port";
import { type OpenedSite, type PracticeSiteChoices, practiceSite } from "@/lib/site/simulator/practice.fixture";
import type { SdkQuestion } from "@/lib/site/simulator/protocol";
import { SdkAnswers } from "@/lib/site/simulator/sdk-answers";
import { sourceOver } from "@/lib/site/simulator/sdk-port";
import { openBrokerTables, openMonitorTables } from "@/lib/site/tables/database";
import { Pass } from "../pass";

/** The reader over a practice site: it lives, is read as the product reads it, and everything that was found is kept. */

const STEP_MS = 20_000;

/** The simulation's answers without a thread between. The question decides the type of its answer. */
function sdkOf(answers: SdkAnswers): SdkSource {
  return sourceOver(async <T>(question: SdkQuestion) => answers.answer(question) as T);
}

export interface WatchChoices extends PracticeSiteChoices {
  readonly sdk?: boolean;
  readonly server?: boolean;
  readonly broker?: boolean;
  readonly settings?: Partial<GhostSettings>;
}

export class PracticeWatch {
  readonly opened: OpenedSite;
  /** What holds now, by subject. */
  readonly holding = new Map<string, Finding>();
  /** Everything that was ever found. */
  readonly ever: Finding[] = [];
  readonly withdrawn: { subject: Subject; reason: string }[] = [];
  readonly #pass: Pass;
  #now: number;

  constructor(choices: WatchChoices = {}) {
    this.opened = practiceSite(choices);
    this.#now = this.opened.site.now;
    const { file } = this.opened;
    const monitor = openMonitorTables(`file:${file}`, { readMsMax: 5_000 });
    const broker = choices.broker === false ? null : openBrokerTables(`file:${file}`, { readMsMax: 5_000 });
    onTestFinished(async () => {
      await monitor.close();
      await broker?.close();
    });
    const full = sdkOf(new SdkAnswers(this.opened.site));
    const silent = async () => Promise.reject(new Error("cannot be asked"));
    const sdk = choices.sdk === false ? null : choices.server === false ? { ...full, windowsSessions: silent } : full;
    const clock = { now: () => this.#now };
    const settings = { ...usualSettings(), ...choices.settings };
    this.#pass = new Pass({ monitor, broker, sdk }, { site: clock, wall: clock }, { ghosts: { settings, open: [] } });
  }

  get now(): number {
    return this.#now;
  }

  start(scenario: string, count: number): void {
    this.opened.site.startScenario(scenario, { count });
  }

  /** Lets the site live for so long, with a pass each twenty seconds. */
  async live(minutes: number, stepMs = STEP_MS): Promise<void> {
    const until = this.#now + minutes * 60_000;
    while (this.#now < until) {
      await this.opened.site.runTo(this.#now + stepMs);
      this.#now += stepMs;
      await this.read();
    }
  }

  async read(): Promise<void> {
    const run = this.#pass.run();
    for (let step = await run.next(); ; step = await run.next()) {
      if (!step.done) continue;
      this.#take(step.value.ghosts);
      return;
    }
  }

  /** Subjects that the simulation broke, or made look broken, by scenario. */
  truth(scenario: string): { subject: string; appearedAt: number; clearedAt: number | null }[] {
    const rows = this.opened.tables.rows(`SELECT * FROM SimTruth WHERE Scenario = ?`, scenario);
    return rows.map((row) => ({
      subject: String(row.Subject),
      appearedAt: Date.parse(String(row.AppearedAt)),
      clearedAt: row.ClearedAt === null ? null : Date.parse(String(row.ClearedAt)),
    }));
  }

  classOf(subject: string): string | undefined {
    return [...this.holding.values()].find((finding) => finding.subject.key === subject)?.class;
  }

  #take({
    found,
    withdrawn,
  }: {
    found: readonly Finding[];
    withdrawn: readonly { subject: Subject; reason: string }[];
  }) {
    for (const finding of found) {
      this.holding.set(finding.subject.key, finding);
      this.ever.push(finding);
    }
    for (const each of withdrawn) {
      this.holding.delete(each.subject.key);
      this.withdrawn.push(each);
    }
  }
}
