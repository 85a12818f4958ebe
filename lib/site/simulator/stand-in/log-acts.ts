import type { World } from "../engine/world";
import { CmdletFault } from "./fault";
import { tableOf } from "./listing";
import { LOG_ENTRIES, siteLogOf, startOperation } from "./site-log";
import { type CmdletAnswer, type CmdletCall, NOTHING, type ParameterValue } from "./wire";

/** Start- and Stop-LogHighLevelOperation, and what -LoggingId adds to an entry. */

const instantOr = (value: ParameterValue | undefined, now: number) =>
  typeof value === "string" ? Date.parse(value) : now;

export function startLogOperation({ parameters }: CmdletCall, world: World): CmdletAnswer {
  const { Text: text, Source: source, OperationType: type, TargetTypes: types, StartTime: at } = parameters;
  const operation = startOperation(world, {
    text: `${text}`,
    source: `${source}`,
    operationType: `${type}`.toLowerCase() === "adminactivity" ? "AdminActivity" : "ConfigurationChange",
    targetTypes: Array.isArray(types) ? types.map(String) : [],
    startedAt: instantOr(at, world.now),
  });
  return { ...NOTHING, table: tableOf(LOG_ENTRIES, [operation], world) };
}

export function stopLogOperation({ parameters }: CmdletCall, world: World): CmdletAnswer {
  const { HighLevelOperationId: id, IsSuccessful: isSuccessful, EndTime: at } = parameters;
  const operation = siteLogOf(world).find((each) => each.id === `${id}`.toLowerCase());
  if (!operation || operation.endedAt !== null) {
    throw new CmdletFault("Citrix.XDPowerShell.Status.UnknownObject", "There is no such operation under way.", {
      category: "ObjectNotFound",
    });
  }
  operation.endedAt = instantOr(at, world.now);
  operation.isSuccessful = isSuccessful === true;
  return NOTHING;
}

/** An entry that the call names is where the log shows the call; one that is not there makes no difference to it. */
export function noteInLog({ cmdlet, parameters }: CmdletCall, world: World): void {
  const { LoggingId: id } = parameters;
  if (typeof id === "string")
    siteLogOf(world)
      .find((each) => each.id === id.toLowerCase())
      ?.cmdlets.push(cmdlet);
}
