import type { ScenarioStatus } from "./practice-site";

/** One named fault or look-alike. The summary tells what people would notice, never which session is touched. */
export interface ScenarioEntry {
  readonly name: string;
  readonly kind: ScenarioStatus["kind"];
  readonly summary: string;
}

/** Every scenario of the practice site, in the order in which the controls list them. */
export const SCENARIO_CATALOGUE = [
  {
    name: "nameless-after-failed-logon",
    kind: "ghost",
    summary: "Logons break off after the client connected; sessions without a user stay behind on servers.",
  },
  {
    name: "named-gone-disconnected",
    kind: "ghost",
    summary: "Disconnected sessions vanish from their servers while the site goes on listing them.",
  },
  {
    name: "named-without-application",
    kind: "ghost",
    summary: "Application sessions die on the server; the site still lists them as active, without an application.",
  },
  {
    name: "hung-logon",
    kind: "ghost",
    summary: "Logons start, get as far as the profile or a script, and never finish.",
  },
  {
    name: "stuck-connected",
    kind: "ghost",
    summary: "Desktops of their own stay connected and never become active.",
  },
  {
    name: "failure-trace",
    kind: "ghost",
    summary: "A server falls ill: again and again sessions on it end with a failure.",
  },
  {
    name: "logon-storm",
    kind: "look-alike",
    summary: "Many people log on within minutes, and every logon takes far longer than usual.",
  },
  {
    name: "slow-logon",
    kind: "look-alike",
    summary: "Some logons load a huge profile: minutes pass, then they finish.",
  },
  {
    name: "anonymous-users",
    kind: "look-alike",
    summary: "Kiosks open anonymous sessions, which have no user by design.",
  },
  {
    name: "console-and-rdp-administrators",
    kind: "look-alike",
    summary: "Administrators work on servers through the console or RDP, past the broker.",
  },
  {
    name: "prelaunch-and-linger",
    kind: "look-alike",
    summary: "Sessions are launched ahead of time or linger on without an application, as configured.",
  },
  {
    name: "client-reconnecting",
    kind: "look-alike",
    summary: "Clients lose their network for some minutes and reconnect by themselves.",
  },
  {
    name: "agent-just-unregistered",
    kind: "look-alike",
    summary: "Servers lose their registration for a few minutes while everybody on them goes on working.",
  },
  {
    name: "ended-between-two-reads",
    kind: "look-alike",
    summary: "People log off, and the site hears of it some seconds after the server.",
  },
  {
    name: "database-lost",
    kind: "plumbing",
    summary: "Ghostdesk cannot reach the site's tables.",
  },
  {
    name: "database-slow",
    kind: "plumbing",
    summary: "The site's tables answer later than they are asked.",
  },
  {
    name: "clock-skewed",
    kind: "plumbing",
    summary: "The clock of the site's database differs from ours.",
  },
  {
    name: "site-database-down",
    kind: "plumbing",
    summary: "The controllers lose their own database: nothing new is written, launches use connection leases.",
  },
] as const satisfies readonly ScenarioEntry[];

export type ScenarioName = (typeof SCENARIO_CATALOGUE)[number]["name"];
