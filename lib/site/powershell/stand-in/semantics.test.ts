import { expect, it } from "vitest";
import { MINUTE } from "@/lib/site/simulator/engine/site-time";
import { describeWithPowerShell } from "../find-powershell.fixture";
import { STAND_IN_CMDLET_NAMES } from "./cmdlets";
import { standInSite } from "./practice-bridge.fixture";
import { probe } from "./probe.fixture";
import { byName, referenceSets, referenceValues, type SetParameter } from "./reference-sets.fixture";

const READ_SETS = `
$own = [System.Management.Automation.Cmdlet]::CommonParameters
@(foreach ($name in @(${STAND_IN_CMDLET_NAMES.map((name) => `'${name}'`).join(", ")})) {
    $command = Get-Command -Name $name
    @{ name = $name; default = $command.DefaultParameterSet; sets = @(foreach ($set in $command.ParameterSets) {
        @{ name = $set.Name; parameters = @(foreach ($each in $set.Parameters) {
            if ($own -contains $each.Name) { continue }
            $type = [System.Nullable]::GetUnderlyingType($each.ParameterType)
            if ($null -eq $type) { $type = $each.ParameterType }
            $values = @($each.Attributes | Where-Object { $_ -is [System.Management.Automation.ValidateSetAttribute] })
            @{ name = $each.Name; type = $type.FullName; mandatory = $each.IsMandatory
               position = $(if ($each.Position -lt 0) { $null } else { $each.Position }); byValue = $each.ValueFromPipeline
               byPropertyName = $each.ValueFromPipelineByPropertyName
               values = $(if ($values.Count -eq 0) { $null } else { , @($values[0].ValidValues) }) }
        }) }
    }) }
})`;

interface Command {
  readonly name: string;
  readonly default: string | null;
  readonly sets: readonly {
    readonly name: string;
    readonly parameters: readonly (SetParameter & { values: string[] | null })[];
  }[];
}

describeWithPowerShell("the stand-in module in PowerShell", 8, (executable) => {
  it("has the reference's parameter sets, and lists everything where nothing is asked for", async () => {
    const { server } = await standInSite();
    const { value } = await probe(executable, server, READ_SETS);
    for (const command of value as Command[]) {
      const sets = command.sets.map(({ parameters }) => parameters.map(({ values, ...rest }) => rest).sort(byName));
      expect(new Set(sets.map((set) => JSON.stringify(set, KEYS)))).toEqual(
        new Set(referenceSets(command.name).map((set) => JSON.stringify(set, KEYS))),
      );
      const usual = command.sets.find(({ name }) => name === command.default) ?? command.sets[0];
      if (command.name.startsWith("Get-")) expect(usual?.parameters.some(({ mandatory }) => mandatory)).toBe(false);
      for (const { name, values } of command.sets.flatMap(({ parameters }) => parameters)) {
        expect(values, `${command.name} -${name}`).toEqual(referenceValues(command.name, name));
      }
    }
  });

  it("gives 250 rows and a warning, all that is asked for without one, and says how many there are", async () => {
    const site = await standInSite();
    const [template] = [...site.world.sessions.values()].filter(({ established }) => established);
    if (!template) throw new Error("Nobody is at work");
    for (let uid = 1_000_001; uid <= 1_000_300; uid++) {
      const id = `00000000-0000-4000-8000-00000${uid}`;
      site.world.sessions.set(id, { ...structuredClone(template), id, uid, timers: {} });
    }
    const { value } = await probe(
      executable,
      site.server,
      `$few = @(Get-BrokerSession -WarningVariable warned -WarningAction SilentlyContinue)
      $all = @(Get-BrokerSession -MaxRecordCount ([int]::MaxValue) -WarningVariable quiet)
      $page = @(Get-BrokerSession -Skip 290 -MaxRecordCount 5 -SortBy '-Uid' -Property Uid, SessionState)
      $null = Get-BrokerSession -MaxRecordCount 9 -ReturnTotalRecordCount -ErrorVariable total -ErrorAction SilentlyContinue
      @{ few = $few.Count; warned = @($warned | ForEach-Object { [string] $_ }); all = $all.Count; quiet = $quiet.Count
         page = @($page.Uid); properties = @($page[0].PSObject.Properties.Name); total = $total[0].TotalAvailableResultCount
         id = $total[0].FullyQualifiedErrorId; says = $total[0].Exception.Message }`,
    );
    const count = [...site.world.sessions.values()].filter(({ established }) => established).length;
    expect(value).toEqual({
      few: 250,
      warned: ["Only first 250 records returned. Use -MaxRecordCount to retrieve more."],
      all: count,
      quiet: 0,
      page: [1_000_010, 1_000_009, 1_000_008, 1_000_007, 1_000_006],
      properties: ["SessionState", "Uid"],
      total: count,
      id: expect.stringMatching(
        /^Citrix\.XDPowerShell\.Broker\.PartialData,Citrix\.Broker\.Admin\.SDK\.GetBrokerSessionCommand/,
      ),
      says: `Returned 9 of ${count} items`,
    });
  });

  it("gives values of the documented types", async () => {
    const { server } = await standInSite();
    const { value } = await probe(
      executable,
      server,
      `$session = @(Get-BrokerSession -Filter { UserName -like '*\\*' -and IdleSince -ne $null } -MaxRecordCount 1)[0]
      $names = 'Uid', 'SessionKey', 'StartTime', 'Hidden', 'SessionState', 'ApplicationsInUse', 'IdleDuration', 'MachineUid'
      $types = @{}
      foreach ($name in $names) { $types[$name] = $session.PSObject.Properties[$name].Value.GetType().FullName }
      $idle = [datetime]::Now - $session.IdleSince
      @{ types = $types; kind = [string] $session.StartTime.Kind; first = $session.PSTypeNames[0]; count = @($session.PSObject.Properties).Count
         start = $session.StartTime.ToUniversalTime().ToString('o'); key = [string] $session.SessionKey; null = $null -eq $session.TenantId }`,
    );
    expect(value).toMatchObject({
      types: {
        Uid: "System.Int64",
        SessionKey: "System.Guid",
        StartTime: "System.DateTime",
        Hidden: "System.Boolean",
        SessionState: "System.String",
        ApplicationsInUse: "System.String[]",
        IdleDuration: "System.TimeSpan",
        MachineUid: "System.Int32",
      },
      kind: "Local",
      first: "Citrix.Broker.Admin.SDK.Session",
      count: 79,
      null: true,
    });
  });

  it("reads filters, with the caller's variables, and nothing that is not one", async () => {
    const { server, world } = await standInSite();
    const machines = [...world.machines.values()];
    const free = machines.filter(({ maintenance, registered }) => registered && !maintenance);
    const { value } = await probe(
      executable,
      server,
      `$machines = @(Get-BrokerMachine)
      $third = @($machines | Sort-Object -Property Uid)[2].Uid
      $names = @($machines[0].MachineName, $machines[1].MachineName)
      function Get-Later { param([int] $after) @(Get-BrokerMachine -Filter { Uid -gt $after } -SortBy 'Uid').Count }
      @{ all = $machines.Count; later = Get-Later -after $third
         text = @(Get-BrokerMachine -Filter "Uid -le $third -and (PowerState -eq 'on' -or PowerState -eq 'Off')").Count
         in = @(Get-BrokerMachine -Filter { MachineName -in $names }).Count
         not = @(Get-BrokerMachine -Filter "-not InMaintenanceMode -and RegistrationState -like 'Reg*'").Count
         contains = @(Get-BrokerMachine -Filter { SupportedPowerActions -contains 'Sus*' }).Count
         pattern = @(Get-BrokerMachine -MachineName '*eng*').Count; none = @(Get-BrokerMachine -DNSName 'x.*').Count
         bad = (Get-Fault { Get-BrokerMachine -Filter { Uid -gt (Get-Date) } }).id
         unknown = (Get-Fault { Get-BrokerMachine -Filter { Nothing -eq 1 } }).message
         never = (Get-Fault { Get-BrokerMachine -Filter '$(exit 9)' }).id }`,
    );
    const filter = expect.stringMatching(/^Citrix\.XDPowerShell\.Broker\.InvalidFilter,/);
    expect(value).toMatchObject({ later: machines.length - 3, in: 2, not: free.length, none: 0, bad: filter });
    expect(value).toMatchObject({
      ...{ all: machines.length, text: 3, contains: 8, pattern: 5 },
      never: filter,
      unknown: expect.stringContaining("no property Nothing"),
    });
  });

  it("takes a log-off at once, by object, by Uid and from the pipeline, and it happens later", async () => {
    const site = await standInSite();
    const { value } = await probe(
      executable,
      site.server,
      `$three = @(Get-BrokerSession -Filter { SessionState -eq 'Active' } -MaxRecordCount 3)
      Stop-BrokerSession $three[0]
      Stop-BrokerSession -InputObject $three[1].Uid
      $three[2] | Stop-BrokerSession
      @{ keys = @($three | ForEach-Object { [string] $_.SessionKey }); left = @($three | ForEach-Object { Get-BrokerSession -Uid $_.Uid }).LogoffInProgress }`,
    );
    const { keys, left } = value as { keys: string[]; left: boolean[] };
    expect(left).toEqual([true, true, true]);
    await site.pass(MINUTE);
    expect(keys.filter((key) => site.world.sessions.has(key))).toEqual([]);
  });

  it("raises errors as they are documented", async () => {
    const { server, world } = await standInSite();
    const own = [...world.sessions.values()].find(({ groupId }) => world.groupById(groupId).desktopKind === "Private");
    const { value } = await probe(
      executable,
      server,
      `$ErrorActionPreference = 'Stop'
      $one = @(Get-BrokerSession -DesktopKind Shared -SessionState Disconnected -MaxRecordCount 1)[0].Uid
      @{ hide = Get-Fault { Set-BrokerSession -SessionKey '${own?.id}' -Hidden $true }
         gone = Get-Fault { Get-BrokerSession -Uid 4242424242 }
         some = Get-Fault { Disconnect-BrokerSession -InputObject 1, $one, 2 }
         text = Get-Fault { Stop-BrokerSession 'NORDWERK\\x' }
         style = Get-Fault { Send-BrokerSessionMessage $one -MessageStyle Loud -Title a -Text b }
         where = Get-Fault { Get-BrokerSite -AdminAddress 'ddc9.example' }
         still = Get-Fault { Get-BrokerSite }
         back = Get-Fault { Get-BrokerSite -AdminAddress '${world.site.controllers[1]?.dns}'; Get-BrokerSite }
         other = Get-Fault { Set-BrokerSite -DnsResolutionEnabled $true } }`,
    );
    const id = (name: string, cmdlet: string) =>
      `Citrix.XDPowerShell.Broker.${name},Citrix.Broker.Admin.SDK.${cmdlet}Command`;
    const data = { OperationsAttemptedCount: "3", OperationsFailedCount: "2", OperationsSucceededCount: "1" };
    expect(value).toMatchObject({
      hide: { id: id("InvalidOperation", "SetBrokerSession"), category: "InvalidOperation" },
      gone: { id: id("UnknownObject", "GetBrokerSession"), status: "Citrix.XDPowerShell.Broker.UnknownObject" },
      some: {
        id: id("SessionOperationFailed", "DisconnectBrokerSession"),
        message: "Session operation error - attempted:3, failed:2, succeeded:1",
        data: { ...data, UnresolvedSessionFailuresCount: "2" },
      },
      text: { category: "InvalidArgument", id: expect.stringContaining("ParameterArgumentTransformationError") },
      style: { id: expect.stringContaining("ParameterArgumentValidationError") },
      where: { id: id("NoServerErrorId", "GetBrokerSite") },
      still: { id: id("NoServerErrorId", "GetBrokerSite") },
      back: "nothing",
      other: { id: expect.stringContaining("Ghostdesk.StandIn.NotSupported") },
    });
  });

  it("goes on after errors that do not end a command", async () => {
    const { server } = await standInSite();
    const { value } = await probe(
      executable,
      server,
      `$null = Get-BrokerSession -Uid 4242424242 -ErrorAction SilentlyContinue -ErrorVariable gone
      $said = 'went on'
      @{ said = $said; id = $gone[0].FullyQualifiedErrorId; status = $gone[0].Status }`,
    );
    expect(value).toEqual({
      said: "went on",
      id: expect.stringMatching(/^Citrix\.XDPowerShell\.Broker\.UnknownObject,/),
      status: "Citrix.XDPowerShell.Broker.UnknownObject",
    });
  });

  it("speaks for servers inside Invoke-Command alone, and gives copies of what the block put out", async () => {
    const { server, world } = await standInSite();
    const [on, off] = [...world.machines.values()].filter(({ power }) => power === "On");
    if (!on || !off) throw new Error("Too few machines run");
    off.power = "Off";
    const { value } = await probe(
      executable,
      server,
      `$ErrorActionPreference = 'Stop'
      $service = Invoke-Command -ComputerName '${on.dns}' -ScriptBlock { param([string] $name) Get-Service -Name $name } -ArgumentList 'BrokerAgent'
      $key = Invoke-Command -ComputerName '${on.dns}' -ScriptBlock { Get-CimInstance -ClassName Win32_Service -Filter "Name='BrokerAgent'" }
      @{ status = $service.Status; computer = $service.PSComputerName; copied = $service.PSTypeNames[0]; state = $key.State
         here = (Get-Command -Name Get-ItemProperty).Source; sessions = @(Get-WindowsSession -ComputerName '${on.dns}').Count
         off = (Get-Fault { Invoke-Command -ComputerName '${off.dns}' -ScriptBlock { Get-Service -Name BrokerAgent } }).id
         nobody = (Get-Fault { Get-WindowsSession -ComputerName 'nobody.example' }).id
         other = (Get-Fault { Invoke-Command -ComputerName '${on.dns}' -ScriptBlock { Get-Service -Name Spooler } }).id }`,
    );
    expect(value).toMatchObject({
      ...{ status: "Running", computer: on.dns, state: "Running", here: "Microsoft.PowerShell.Management" },
      copied: expect.stringMatching(/^Deserialized\./),
      sessions: [...world.census.sessionsOn(on.id)].filter(({ windows }) => windows !== null).length,
      off: "WinRMOperationTimeout,PSSessionStateBroken",
      nobody: "NetworkPathNotFound,PSSessionStateBroken",
      other: "NoServiceFoundForGivenName,Microsoft.PowerShell.Commands.GetServiceCommand",
    });
  });
});

/** Keys of a parameter in one order, so that sets can be compared as texts. */
const KEYS = ["name", "type", "mandatory", "position", "byValue", "byPropertyName"];
