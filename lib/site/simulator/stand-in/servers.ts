import { restartAgentOf } from "../acts/machine-acts";
import { agentService, serverTimers, windowsSessions } from "../answers/machine-answers";
import type { World } from "../engine/world";
import type { Machine } from "../entities/machine";
import { CmdletFault, notSupported } from "./fault";
import type { StandInSite } from "./reads";
import { registryValues } from "./registry";
import { type Cell, type CellTable, type CmdletAnswer, type CmdletCall, NOTHING, type ParameterValue } from "./wire";

/** What servers say of themselves: Windows' own commands inside Invoke-Command, and the list of Windows sessions. */

const AGENT = { Name: "BrokerAgent", DisplayName: "Citrix Desktop Service", ProcessName: "BrokerAgent" };

type Ask = (call: CmdletCall, machine: Machine, site: StandInSite) => CmdletAnswer;

const ASKS: ReadonlyMap<string, Ask> = new Map(
  Object.entries<Ask>({
    /** Only whether the shell opens: what the block asks comes as questions of its own. */
    "Invoke-Command": () => NOTHING,
    "Get-Service": getService,
    "Restart-Service": restartService,
    "Get-Process": getProcess,
    "Get-CimInstance": getCimInstance,
    "Get-ItemProperty": getItemProperty,
    "Get-WindowsSession": getWindowsSessions,
  }),
);

export function answerServer(site: StandInSite, call: CmdletCall): CmdletAnswer {
  const machine = runningMachine(site.world, call.computerName);
  const ask = ASKS.get(call.cmdlet);
  if (!ask) throw notSupported(`${call.cmdlet} on a server`);
  return ask(call, machine, site);
}

/** As WinRM says it: a name that nobody knows, or a machine that does not answer. */
function runningMachine({ machines }: World, name: string): Machine {
  const wanted = name.toLowerCase();
  const machine = [...machines.values()].find(
    ({ dns }) => dns.toLowerCase() === wanted || dns.toLowerCase().split(".")[0] === wanted,
  );
  if (machine?.power === "On") return machine;
  const [id, why] = machine
    ? ["WinRMOperationTimeout", "the computer is not accessible over the network"]
    : ["NetworkPathNotFound", "the computer name is not valid"];
  const message = `Connecting to remote server ${name} failed: WinRM cannot complete the operation, ${why}.`;
  throw new CmdletFault(`${id},PSSessionStateBroken`, message, { category: "OpenError", terminating: false });
}

type Properties = Readonly<Record<string, readonly [type: string, value: Cell]>>;

function objects(typeName: string, all: readonly Properties[]): CmdletAnswer {
  const columns = Object.entries(all[0] ?? {}).map(([name, [type]]) => ({ name, type }));
  const rows = all.map((each) => columns.map(({ name }) => each[name]?.[1] ?? null));
  const table: CellTable = { typeName, columns, rows };
  return { ...NOTHING, table };
}

function text(value: ParameterValue | undefined): string {
  return Array.isArray(value) ? value.map(String).join(",") : `${value ?? ""}`;
}

function requireAgent(name: string, id: string): void {
  if (name.toLowerCase() === AGENT.Name.toLowerCase()) return;
  throw new CmdletFault(id, `Cannot find ${name}.`, { category: "ObjectNotFound", terminating: false });
}

function getService({ parameters }: CmdletCall, { id }: Machine, { world }: StandInSite): CmdletAnswer {
  requireAgent(text(parameters.Name), "NoServiceFoundForGivenName,Microsoft.PowerShell.Commands.GetServiceCommand");
  const { status } = agentService(world, id);
  return objects("Ghostdesk.StandIn.Service", [
    {
      Name: ["String", AGENT.Name],
      DisplayName: ["String", AGENT.DisplayName],
      Status: ["ServiceControllerStatus", status],
      StartType: ["ServiceStartMode", "Automatic"],
    },
  ]);
}

function restartService({ parameters }: CmdletCall, machine: Machine, site: StandInSite): CmdletAnswer {
  requireAgent(text(parameters.Name), "NoServiceFoundForGivenName,Microsoft.PowerShell.Commands.RestartServiceCommand");
  site.act((world) => restartAgentOf(world, machine));
  return NOTHING;
}

function getProcess({ parameters }: CmdletCall, { id }: Machine, { world }: StandInSite): CmdletAnswer {
  const { processId, startedAt } = agentService(world, id);
  const { Id: wantedId, Name: name } = parameters;
  const isWanted =
    wantedId === undefined ? text(name).toLowerCase() === "brokeragent" : text(wantedId) === `${processId}`;
  if (processId === null || !isWanted) {
    const missing = "NoProcessFoundForGivenName,Microsoft.PowerShell.Commands.GetProcessCommand";
    throw new CmdletFault(missing, "Cannot find such a process.", { category: "ObjectNotFound", terminating: false });
  }
  return objects("Ghostdesk.StandIn.Process", [
    { Id: ["Int32", processId], ProcessName: ["String", AGENT.ProcessName], StartTime: ["DateTime", startedAt] },
  ]);
}

const CIM_STATES: Readonly<Record<string, string>> = { StartPending: "Start Pending", StopPending: "Stop Pending" };

/** Win32_Service and Win32_Process of the agent; a query is not read but for the one object that there is. */
function getCimInstance({ parameters }: CmdletCall, { id }: Machine, { world }: StandInSite): CmdletAnswer {
  const { status, processId, startedAt } = agentService(world, id);
  const filter = text(parameters.Filter).replaceAll(" ", "").toLowerCase();
  switch (text(parameters.ClassName).toLowerCase()) {
    case "win32_service":
      if (filter !== "name='brokeragent'") throw notSupported(`Win32_Service with the filter ${filter}`);
      return objects("Ghostdesk.StandIn.CimInstance", [
        {
          Name: ["String", AGENT.Name],
          DisplayName: ["String", AGENT.DisplayName],
          State: ["String", CIM_STATES[status] ?? status],
          ProcessId: ["Int64", processId ?? 0],
          StartMode: ["String", "Auto"],
        },
      ]);
    case "win32_process":
      if (filter !== `processid=${processId}`) return NOTHING;
      return objects("Ghostdesk.StandIn.CimInstance", [
        { Name: ["String", "BrokerAgent.exe"], ProcessId: ["Int64", processId], CreationDate: ["DateTime", startedAt] },
      ]);
    default:
      throw notSupported(`Get-CimInstance ${text(parameters.ClassName)}`);
  }
}

function getItemProperty({ parameters }: CmdletCall, { id }: Machine, { world }: StandInSite): CmdletAnswer {
  const path = text(parameters.LiteralPath ?? parameters.Path);
  const values = registryValues(path, serverTimers(world, id));
  if (values === null) {
    const missing = "PathNotFound,Microsoft.PowerShell.Commands.GetItemPropertyCommand";
    throw new CmdletFault(missing, `Cannot find path '${path}' because it does not exist.`, {
      category: "ObjectNotFound",
      terminating: false,
    });
  }
  const names = Array.isArray(parameters.Name) ? parameters.Name.map((name) => `${name}`.toLowerCase()) : null;
  const wanted = Object.entries(values).filter(([name]) => names === null || names.includes(name.toLowerCase()));
  const cells = wanted.map(([name, value]) => [name, ["Int32", value]] as const);
  return objects("Ghostdesk.StandIn.RegistryKey", [
    { ...Object.fromEntries(cells), PSPath: ["String", `Microsoft.PowerShell.Core\\Registry::${path}`] },
  ]);
}

/** The rows of Get-WindowsSession in lib/site/powershell/scripts: those of people, as the server lists them. */
function getWindowsSessions(_: CmdletCall, { id }: Machine, { world }: StandInSite): CmdletAnswer {
  return objects(
    "Ghostdesk.WindowsSession",
    windowsSessions(world, id).map((each) => ({
      id: ["Int32", each.id],
      user: ["String", each.user],
      state: ["String", each.state],
    })),
  );
}
