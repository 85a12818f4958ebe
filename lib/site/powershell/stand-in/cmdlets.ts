/**
 * The cmdlets that the stand-in module has: those the bridge asks or acts with, each with what for. Everything else of the
 * reference stays out, so that a script that began to use it fails here before it meets a real site.
 */
export const STAND_IN_CMDLETS = {
  "Get-BrokerSession": "sessions as the broker believes in them",
  "Get-BrokerMachine": "machines: registration, power, pending sessions",
  "Get-BrokerDesktopGroup": "delivery groups and their power policy",
  "Get-BrokerPowerTimeScheme": "which hours are peak for the power policy",
  "Get-BrokerSite": "whether leases or the local host cache are on",
  "Get-BrokerController": "controllers and their release",
  "Get-BrokerServiceStatus": "whether a controller reaches its database",
  "Get-BrokerLease": "connection leases",
  "Get-BrokerSessionLinger": "how long sessions linger",
  "Get-BrokerSessionPreLaunch": "how long pre-launched sessions stay",
  "Get-BrokerAccessPolicyRule": "who may reach a delivery group",
  "Get-BrokerEntitlementPolicyRule": "who may use shared desktops",
  "Get-BrokerAppEntitlementPolicyRule": "who may use applications of shared machines",
  "Get-BrokerAssignmentPolicyRule": "who gets a private desktop",
  "Get-BrokerAppAssignmentPolicyRule": "who gets a private machine for applications",
  "Get-BrokerConnectionLog": "attempts to broker a connection",
  "Get-BrokerHostingPowerAction": "what was asked of the hypervisor",
  "Stop-BrokerSession": "log off",
  "Disconnect-BrokerSession": "disconnect",
  "Set-BrokerSession": "hide and show again",
  "Send-BrokerSessionMessage": "a message to a user",
  "Set-BrokerMachineMaintenanceMode": "maintenance mode",
  "New-BrokerHostingPowerAction": "start, stop or restart a machine",
  "Remove-BrokerLease": "remove a lease",
  "Update-BrokerLocalLeaseCache": "empty a controller's lease cache",
  "Set-BrokerSite": "leasing on and off",
  "Get-LogSite": "whether the site keeps a configuration log",
  "Get-LogHighLevelOperation": "what the site's own log says",
  "Start-LogHighLevelOperation": "begins an entry of the site's own log",
  "Stop-LogHighLevelOperation": "completes an entry of the site's own log",
} as const satisfies Record<string, string>;

export type StandInCmdlet = keyof typeof STAND_IN_CMDLETS;
export const STAND_IN_CMDLET_NAMES = Object.keys(STAND_IN_CMDLETS) as StandInCmdlet[];
