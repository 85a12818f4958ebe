import { MessageChannel, type MessagePort } from "node:worker_threads";
import { onTestFinished } from "vitest";
import type { SiteActor } from "@/lib/site/command";
import type { SdkSource } from "@/lib/site/port";
import type { World } from "@/lib/site/simulator/engine/world";
import { type OpenedSite, type PracticeSiteChoices, practiceSite } from "@/lib/site/simulator/practice.fixture";
import { SdkAnswers } from "@/lib/site/simulator/sdk-answers";
import { createSdkSource } from "@/lib/site/simulator/sdk-port";
import { type StandInServer, startStandIn } from "@/lib/site/simulator/stand-in/start";
import { openBridge } from "../bridge";

/** A practice site in this process with the stand-in before it. */
export interface StandInSite extends OpenedSite {
  readonly world: World;
  readonly server: StandInServer;
  /** The site's own answers, without any PowerShell between. */
  readonly direct: SdkSource;
}

export async function standInSite(choices: PracticeSiteChoices = {}): Promise<StandInSite> {
  const opened = practiceSite(choices);
  const answers = new SdkAnswers(opened.site);
  const openPort = (): MessagePort => {
    const { port1, port2 } = new MessageChannel();
    answers.serve(port2);
    return port1;
  };
  const port = openPort();
  const server = await startStandIn(openPort());
  onTestFinished(async () => {
    port.close();
    await server.close();
  });
  return { ...opened, world: opened.site.world, server, direct: createSdkSource(port) };
}

export interface PracticeBridge extends StandInSite {
  readonly sdk: SdkSource;
  readonly actor: SiteActor;
  warm(): Promise<void>;
}

/** The same with the real bridge, the real scripts and a real PowerShell. */
export async function practiceBridge(executable: string, choices: PracticeSiteChoices = {}): Promise<PracticeBridge> {
  const site = await standInSite(choices);
  const controller = site.world.site.controllers[0]?.dns ?? null;
  const bridge = openBridge({ executable, arguments: [], controller, standIn: site.server });
  onTestFinished(() => bridge.close());
  return { ...site, sdk: bridge.sdk, actor: bridge.actor, warm: () => bridge.warm() };
}

export async function all<T>(pages: AsyncIterable<readonly T[]>): Promise<T[]> {
  const rows: T[] = [];
  for await (const page of pages) rows.push(...page);
  return rows;
}
