import { onTestFinished } from "vitest";
import type { PreviewBody } from "@/lib/api/contract/operations";
import type { Actor } from "@/lib/audit/actor";
import { mintActor } from "@/lib/auth/mint-actor";
import { FixedClock } from "@/lib/clock";
import { IncidentKeeper } from "@/lib/collector/ghosts/incident-keeper";
import { LiveSite } from "@/lib/collector/live-site";
import { Pass } from "@/lib/collector/pass";
import type { RunScope } from "@/lib/collector/run-scope";
import type { Desk } from "@/lib/desk/client";
import { makeTemporaryDesk } from "@/lib/desk/temporary-desk.fixture";
import type { Incident } from "@/lib/domain/ghost/incident";
import { usualSettings } from "@/lib/domain/ghost/settings";
import type { Role } from "@/lib/domain/role";
import type { SiteActor } from "@/lib/site/command";
import type { SdkSource } from "@/lib/site/port";
import { type OpenedSite, type PracticeSiteChoices, practiceSite } from "@/lib/site/simulator/practice.fixture";
import type { SdkQuestion } from "@/lib/site/simulator/protocol";
import { SdkAnswers } from "@/lib/site/simulator/sdk-answers";
import { sourceOver } from "@/lib/site/simulator/sdk-port";
import { openBrokerTables, openMonitorTables } from "@/lib/site/tables/database";
import { OperationRunner } from "../run/runner";
import { previewOperation } from "./preview-operation";
import type { OperationScope } from "./scope";
import { startOperation } from "./start-operation";

/** A practice site that is read, judged and acted on as the running program does it, by a clock that the test moves. */

/** Whose tables of ours it writes: a desk of its own, unless a console's is given. */
export interface ActingGround {
  readonly desk: Desk;
  readonly siteId: string;
  readonly clock: FixedClock;
}

const STEP_MS = 20_000;

/** What stands between the product and the site: a test may break it. */
export interface Line {
  sdk: SdkSource;
  actor: SiteActor;
}

async function ownGround(): Promise<ActingGround> {
  const { desk, remove } = await makeTemporaryDesk();
  onTestFinished(remove);
  return { desk, siteId: "practice", clock: new FixedClock(Date.parse("2026-11-21T10:00:00Z")) };
}

export class ActingSite {
  readonly opened: OpenedSite;
  readonly ground: ActingGround;
  readonly live: LiveSite;
  readonly keeper: IncidentKeeper;
  readonly siteClock: FixedClock;
  readonly clock: FixedClock;
  readonly line: Line;
  /** Commands that reached the site, in their order. */
  readonly sent: string[] = [];
  runner: OperationRunner;
  readonly #pass: Pass;
  #requests = 0;

  private constructor(parts: Pick<ActingSite, "opened" | "ground" | "live" | "keeper" | "siteClock">, pass: Pass) {
    this.opened = parts.opened;
    this.ground = parts.ground;
    this.clock = parts.ground.clock;
    this.live = parts.live;
    this.keeper = parts.keeper;
    this.siteClock = parts.siteClock;
    this.#pass = pass;
    const answers = new SdkAnswers(this.opened.site);
    this.line = {
      sdk: sourceOver(async <T>(question: SdkQuestion) => answers.answer(question) as T),
      actor: {
        act: async (command) => {
          this.sent.push(command.verb);
          return answers.act(command);
        },
      },
    };
    // Replaced by `begin` before anybody has it.
    this.runner = undefined as unknown as OperationRunner;
  }

  static async open(choices: PracticeSiteChoices = {}, given?: ActingGround): Promise<ActingSite> {
    const opened = practiceSite(choices);
    const ground = given ?? (await ownGround());
    const siteClock = new FixedClock(opened.site.now);
    const keeper = await IncidentKeeper.open({
      ...{ desk: ground.desk, siteId: ground.siteId, settings: usualSettings(), now: siteClock.now() },
      onChanged: (ids) => live.showGhosts(ids),
      onOrders: () => undefined,
    });
    const live: LiveSite = new LiveSite({
      ...{ ghosts: keeper, siteName: "Practice", firstVersion: 1, timeZone: null },
      ...{ onWatched: () => undefined, onSamples: () => undefined, onSkew: () => undefined },
    });
    const [monitor, broker] = [openMonitorTables, openBrokerTables].map((openTables) =>
      openTables(`file:${opened.file}`, { readMsMax: 5_000 }),
    ) as [ReturnType<typeof openMonitorTables>, ReturnType<typeof openBrokerTables>];
    const answers = new SdkAnswers(opened.site);
    const sdk = sourceOver(async <T>(question: SdkQuestion) => answers.answer(question) as T);
    const pass = new Pass(
      { monitor, broker, sdk },
      { site: siteClock, wall: siteClock },
      {
        ghosts: { settings: usualSettings(), open: [] },
      },
    );
    const site = new ActingSite({ opened, ground, live, keeper, siteClock }, pass);
    onTestFinished(async () => {
      await site.runner.stop();
      await keeper.settle();
      await Promise.all([monitor.close(), broker.close()]);
    });
    live.receive({ type: "reset" });
    await site.restart();
    await site.read();
    return site;
  }

  /** As the program ends and starts again: what was under way is taken up. */
  async restart(): Promise<void> {
    this.runner = await OperationRunner.open(this.runScope, null);
  }

  get desk(): Desk {
    return this.ground.desk;
  }

  get runScope(): RunScope {
    const { clock, siteClock, live, keeper } = this;
    const { desk, siteId } = this.ground;
    const reach = { kind: "practice", sentence: null, ...this.line } as const;
    const onChanged = (ids: readonly string[]) => live.showOperations(ids);
    return {
      desk,
      siteId,
      clock,
      siteClock,
      site: live,
      ghosts: keeper,
      reach,
      onChanged,
      onLeasesTouched: () => undefined,
    };
  }

  scope(role: Role = "engineer", name: string = role): OperationScope {
    const actor = mintActor({ name, role, siteId: this.ground.siteId }, "person") as Actor;
    const { desk, clock, siteClock, site, ghosts, reach } = this.runScope;
    return { desk, clock, siteClock, site: site as LiveSite, ghosts, reach, operations: this.runner, actor };
  }

  /** One read of the site, as it stands. */
  async read(): Promise<void> {
    const run = this.#pass.run();
    for (let step = await run.next(); ; step = await run.next()) {
      if (step.done) {
        this.live.receive({ type: "result", result: { ...step.value, pollMs: 2_000 } });
        return;
      }
      this.live.receive({ type: "part", part: step.value });
    }
  }

  /** Lets the site live, read and watched over each twenty seconds. */
  async liveFor(ms: number): Promise<void> {
    const until = this.siteClock.now() + ms;
    while (this.siteClock.now() < until) {
      const step = Math.min(STEP_MS, until - this.siteClock.now());
      await this.opened.site.runTo(this.siteClock.now() + step);
      this.siteClock.advance(step);
      this.clock.advance(step);
      await this.read();
      await this.runner.look();
    }
  }

  /** Ghosts of a class, once the rules found one. */
  async haunt(scenario: string, ghostClass: string, minutes = 45): Promise<Incident[]> {
    this.opened.site.startScenario(scenario, { count: 3 });
    for (let minute = 0; minute < minutes; minute += 1) {
      await this.liveFor(60_000);
      const found = this.ghosts(ghostClass);
      if (found.length > 0 && minute > minutes - 5) return found;
    }
    return this.ghosts(ghostClass);
  }

  ghosts(ghostClass: string): Incident[] {
    return [...(this.live.current()?.ghosts.values() ?? [])].filter((incident) => incident.class === ghostClass);
  }

  /** Shows and does it, as one who agrees to what is shown. */
  async act(asked: PreviewBody, role: Role = "engineer", name: string = role): Promise<string> {
    const scope = this.scope(role, name);
    const { token } = await previewOperation(scope, asked);
    this.#requests += 1;
    const id = await startOperation(scope, { token, reason: "A caller cannot log in." }, `request-${this.#requests}`);
    await this.runner.sent();
    return id;
  }

  async operation(id: string) {
    const row = await this.desk.operation.findUniqueOrThrow({
      where: { id },
      include: { parts: true, ghosts: true },
    });
    return { ...row, locks: await this.desk.operationLock.count({ where: { operationId: id } }) };
  }

  async audited(): Promise<string[]> {
    const rows = await this.desk.auditEntry.findMany({ orderBy: { id: "asc" } });
    return rows.map(({ action }) => action);
  }
}
