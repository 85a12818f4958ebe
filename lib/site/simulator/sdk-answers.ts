import type { MessagePort } from "node:worker_threads";
import { DeskError } from "@/lib/errors";
import type { ActAnswer, SiteCommand } from "@/lib/site/command";
import type { SdkConnectionAttempt } from "@/lib/site/sdk";
import { carryOut } from "./acts/carry-out";
import { ActRefusal } from "./acts/refusal";
import { groupsAnswer } from "./answers/group-answers";
import { leaseNow } from "./answers/lease-answers";
import { agentService, machineNow, powerActions, serverTimers, windowsSessions } from "./answers/machine-answers";
import { PAGE_ROWS, Pages } from "./answers/pages";
import { sessionNow } from "./answers/session-answers";
import { accessRulesAnswer, siteAnswer, standbyAnswer } from "./answers/site-answers";
import type { World } from "./engine/world";
import {
  type SdkAnswer,
  type SdkPage,
  type SdkQuestion,
  type SdkRequest,
  type SdkRequestBody,
  toWire,
} from "./protocol";
import type { RunningSite } from "./running-site";
import { answerCmdlet } from "./stand-in/cmdlets";
import type { CmdletAnswer } from "./stand-in/wire";

/** Answers the SDK's questions on one port from the simulation as it stands, and does what is asked of it. */
export class SdkAnswers {
  readonly #site: Pick<RunningSite, "world" | "act" | "connectionLog">;
  readonly #pages: Pages;

  constructor(site: Pick<RunningSite, "world" | "act" | "connectionLog">) {
    this.#site = site;
    this.#pages = new Pages(site.world);
  }

  serve(port: MessagePort): void {
    port.on("message", (request: SdkRequest) => {
      const { id } = request;
      try {
        port.postMessage({ id, answer: this.#reply(request) });
      } catch (error) {
        port.postMessage({ id, error: toWire(error) });
      }
    });
  }

  #reply(request: SdkRequestBody): SdkAnswer | ActAnswer | CmdletAnswer {
    if ("call" in request) return answerCmdlet(this.#site, request.call);
    return "command" in request ? this.act(request.command) : this.answer(request.question);
  }

  /** What was accepted stands in the site's file when this returns. Throws only where nobody knows what was done. */
  act(command: SiteCommand): ActAnswer {
    try {
      return this.#site.act((world) => carryOut(world, command));
    } catch (error) {
      if (!(error instanceof ActRefusal)) throw error;
      return { kind: "failed", errorId: error.errorId, message: error.message };
    }
  }

  answer(question: SdkQuestion): SdkAnswer {
    switch (question.ask) {
      case "site":
        return siteAnswer(this.#site.world);
      case "windowsSessions":
        return windowsSessions(this.#site.world, question.machineId);
      case "agentService":
        return agentService(this.#site.world, question.machineId);
      case "serverTimers":
        return serverTimers(this.#site.world, question.machineId);
      case "session":
        return sessionNow(this.#database(), question.sessionKey);
      case "machine":
        return machineNow(this.#database(), question.machineId);
      case "powerActions":
        return powerActions(this.#database(), question.machineId);
      case "lease":
        return leaseNow(this.#database(), question.leaseKey);
      case "standby":
        return standbyAnswer(this.#database());
      case "groups":
        return groupsAnswer(this.#database());
      case "accessRules":
        return accessRulesAnswer(this.#database());
      case "connectionLog":
        return this.#connectionLog(question);
      case "sessions":
      case "machines":
      case "leases":
        this.#database();
        return this.#pages[question.ask].page(question.after);
    }
  }

  /** Cmdlets that need the controllers' database fail while it is away (domain facts, leasing). */
  #database(): World {
    if (this.#site.world.site.outageSince === null) return this.#site.world;
    throw new DeskError("unavailable", "The controllers cannot reach their database.");
  }

  #connectionLog({ since, after }: { since: number; after: number }): SdkPage<SdkConnectionAttempt> {
    this.#database();
    const rows = this.#site.connectionLog({ since, after, most: PAGE_ROWS });
    const last = rows.length < PAGE_ROWS ? undefined : rows.at(-1);
    return { rows, next: last?.uid ?? null };
  }
}
