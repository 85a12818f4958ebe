import { ActRefusal, REFUSALS } from "../acts/refusal";
import { ACTS } from "./acts";
import { addressed } from "./controller";
import { BROKER_ERROR, CmdletFault, notSupported } from "./fault";
import { tableOf } from "./listing";
import { noteInLog, startLogOperation, stopLogOperation } from "./log-acts";
import { SERVICE_STATUS } from "./objects/site";
import { READS, type StandInSite } from "./reads";
import { answerServer } from "./servers";
import { type CmdletAnswer, type CmdletCall, NOTHING } from "./wire";

/** What controllers say of themselves without the site's database; everything else needs it. */
const WITHOUT_DATABASE = ["Get-BrokerSite", "Get-BrokerController", "Get-BrokerServiceStatus"];

/** Answers one call of the stand-in module. A refusal is part of the answer; only a fault of the simulator throws. */
export function answerCmdlet(site: StandInSite, call: CmdletCall): CmdletAnswer {
  try {
    return call.computerName === "" ? answerController(site, call) : answerServer(site, call);
  } catch (error) {
    if (error instanceof CmdletFault) return { ...NOTHING, errors: [error.error] };
    if (error instanceof ActRefusal) return { ...NOTHING, errors: [ofRefusal(error).error] };
    throw error;
  }
}

function answerController(site: StandInSite, call: CmdletCall): CmdletAnswer {
  const { world } = site;
  const { dns } = addressed(world, call.adminAddress);
  if (world.site.outageSince !== null && !WITHOUT_DATABASE.includes(call.cmdlet)) {
    throw new CmdletFault(`${BROKER_ERROR}.DatabaseError`, "The controllers cannot reach their database.");
  }
  if (call.cmdlet === "Get-BrokerServiceStatus") {
    const own = [...SERVICE_STATUS.items(world)].filter(({ dnsName }) => dnsName === dns);
    return { ...NOTHING, table: tableOf(SERVICE_STATUS, own, world) };
  }
  if (call.cmdlet === "Start-LogHighLevelOperation") return startLogOperation(call, world);
  if (call.cmdlet === "Stop-LogHighLevelOperation") return stopLogOperation(call, world);
  const read = READS.get(call.cmdlet);
  if (read) return read(call, site);
  const act = ACTS.get(call.cmdlet);
  if (!act) throw notSupported(call.cmdlet);
  const answer = act(call, site);
  noteInLog(call, world);
  return answer;
}

/** Names of the acts' own refusals that are not the SDK's. */
const NOT_OF_THE_SDK: readonly string[] = [REFUSALS.parameter, REFUSALS.command, REFUSALS.unreachable];

function ofRefusal({ errorId, message, data }: ActRefusal): CmdletFault {
  const id = NOT_OF_THE_SDK.includes(errorId) ? errorId : `${BROKER_ERROR}.${errorId}`;
  const category = errorId === REFUSALS.unknown || errorId === REFUSALS.command ? "ObjectNotFound" : "InvalidOperation";
  return new CmdletFault(id, message, { category, data });
}
