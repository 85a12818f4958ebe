import type { ScenarioName } from "../catalogue";
import type { PlumbingFault } from "../practice-site";
import { hungLogon, namelessAfterFailedLogon, stuckConnected } from "./broken-logons";
import { failureTrace } from "./failure-trace";
import type { Play } from "./play";
import { siteDatabaseDown } from "./site-database-down";
import { anonymousUsers, consoleAndRdpAdministrators, logonStorm, slowLogon } from "./unusual-logons";
import {
  agentJustUnregistered,
  clientReconnecting,
  endedBetweenTwoReads,
  prelaunchAndLinger,
} from "./unusual-sessions";
import { namedGoneDisconnected, namedWithoutApplication } from "./vanished-sessions";

/** Scenarios that the simulated site acts out itself. */
export type ActedScenario = Exclude<ScenarioName, PlumbingFault>;

export const PLAYS: Readonly<Record<ActedScenario, Play>> = {
  "nameless-after-failed-logon": namelessAfterFailedLogon,
  "named-gone-disconnected": namedGoneDisconnected,
  "named-without-application": namedWithoutApplication,
  "hung-logon": hungLogon,
  "stuck-connected": stuckConnected,
  "failure-trace": failureTrace,
  "logon-storm": logonStorm,
  "slow-logon": slowLogon,
  "anonymous-users": anonymousUsers,
  "console-and-rdp-administrators": consoleAndRdpAdministrators,
  "prelaunch-and-linger": prelaunchAndLinger,
  "client-reconnecting": clientReconnecting,
  "agent-just-unregistered": agentJustUnregistered,
  "ended-between-two-reads": endedBetweenTwoReads,
  "site-database-down": siteDatabaseDown,
};
