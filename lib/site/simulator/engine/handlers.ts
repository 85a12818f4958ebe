import { forgetPowerAction, startPowerAction, watchPowerAction } from "../acts/power-queue";
import { askedDisconnect, finishLogOff } from "../acts/session-acts";
import type { Machine, MachineTimer } from "../entities/machine";
import type { Person, PersonTimer } from "../entities/person";
import type { PowerActionRecord, PowerActionTimer } from "../entities/power-action";
import type { Session, SessionTimer } from "../entities/session";
import type { SiteEntity, SiteTimer } from "../entities/site";
import { autoReconnect, comeBack, disconnect, dropClient } from "../model/connecting";
import { arrive, launchAgain, launchSecond, retryLaunch } from "../model/days";
import { endSession, failSession } from "../model/ending";
import { FAILURE } from "../model/failures";
import { authenticate, endLogon, establish, loadProfile, resolve } from "../model/logon";
import { agentReturned, beginFault, booted, powerOff, register, restartMachine } from "../model/machines";
import { resumed, suspended, turnedOff } from "../model/power";
import { applyPowerPolicy } from "../model/power-policy";
import { eachMinute, groom, restartNightly, takeTurn } from "../model/site-tasks";
import { changeApplications, endStandby, goToLunch, leave, pause, resumeWork } from "../model/work";
import type { World } from "./world";

/** What happens when a timer is due, by kind of entity and name of timer. */

type Handlers<TEntity, TTimer extends string> = Readonly<Record<TTimer, (world: World, entity: TEntity) => void>>;

export const SITE_HANDLERS: Handlers<SiteEntity, SiteTimer> = {
  turn: takeTurn,
  minute: eachMinute,
  grooming: groom,
  nightly: restartNightly,
};

export const PERSON_HANDLERS: Handlers<Person, PersonTimer> = {
  arrive,
  launch: launchAgain,
  launchSecond,
  retry: retryLaunch,
};

export const MACHINE_HANDLERS: Handlers<Machine, MachineTimer> = {
  restart: restartMachine,
  off: powerOff,
  booted,
  registered: register,
  agentBack: agentReturned,
  fault: beginFault,
  turnedOff,
  suspended,
  resumed,
};

export const SESSION_HANDLERS: Handlers<Session, SessionTimer> = {
  establish,
  authenticate,
  profile: loadProfile,
  logOnEnd: endLogon,
  resolve,
  idle: pause,
  resume: resumeWork,
  lunch: goToLunch,
  leave,
  application: changeApplications,
  drop: dropClient,
  reconnect: comeBack,
  autoReconnect,
  idleLimit: (world, session) => disconnect(world, session, "limit"),
  disconnectedLimit: (world, session) => endSession(world, session, "limit"),
  standbyDisconnect: (world, session) => {
    if (session.state === "Active") disconnect(world, session, "standby");
  },
  standbyTerminate: endStandby,
  powerPolicy: applyPowerPolicy,
  gone: (world, session) => endSession(world, session, "log-off"),
  logOff: finishLogOff,
  disconnectAsked: askedDisconnect,
  fails: (world, session) => failSession(world, session, FAILURE.refused),
};

export const POWER_ACTION_HANDLERS: Handlers<PowerActionRecord, PowerActionTimer> = {
  start: startPowerAction,
  watch: watchPowerAction,
  forget: forgetPowerAction,
};
