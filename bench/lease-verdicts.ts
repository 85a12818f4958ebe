import { aGroup, aMachine } from "@/lib/domain/ghost/facts.fixture";
import { capacityOf, judgeMachine } from "@/lib/domain/lease/capacity";
import { groupFactsOf } from "@/lib/domain/lease/group-facts";
import type { Lease } from "@/lib/domain/lease/lease";
import type { PairVerdict } from "@/lib/domain/lease/outage";
import { groupNamesOf, type Pair } from "@/lib/domain/lease/pair";
import { pairsOfPerson } from "@/lib/domain/lease/pairs";
import { mayLease, ruleBookOf } from "@/lib/domain/lease/rules";
import { judgePair, type PairFacts } from "@/lib/domain/lease/verdict";
import type { Machine } from "@/lib/domain/site";
import type { SdkLease } from "@/lib/site/sdk";
import type { Figure } from "./figures";

/** A site of 40,000 people with 100,000 leases on 2,000 servers in 20 groups, and its pairs judged by the rules alone. */

export const LEASES = 100_000;
const PEOPLE = 40_000;
const SERVERS = 2_000;
const GROUPS = 20;
const NOW = Date.parse("2026-11-21T10:00:00Z");
const DAY = 24 * 3_600_000;

const groupOf = (person: number) => person % GROUPS;
const application = (at: number) => `Application ${at % 12}`;
const userXml = (person: number) =>
  `<Users><User sid="S-1-5-21-1-2-3-${person}" name="CORP\\user${person}" upn="user${person}@corp.example.com"/></Users>`;

const appXml = (at: number) =>
  `<RSApp id="${at}" name="${application(at)}"><Path>C:\\Program Files\\Company\\Application ${at}\\start.exe</Path></RSApp>`;

export function launchValue(at: number, expiresAt: number): string {
  const person = at % PEOPLE;
  const server = (person * 7) % SERVERS;
  return (
    `<Lease type="Launch" expiration="${new Date(expiresAt).toISOString()}">${userXml(person)}<DesktopGroup uid="${groupOf(person)}" name="Group ${groupOf(person)}"/>` +
    `<SessionSharingKey value="${groupOf(person)}:HDX"/><RSApps>${appXml(person + Math.floor(at / PEOPLE))}</RSApps>` +
    `<Worker sid="S-1-5-21-9-9-9-${server}" name="CORP\\SRV${server}" dns="srv${server}.corp.example.com"/>${"<Setting name='x' value='y'/>".repeat(12)}</Lease>`
  );
}

export function listValue(at: number, expiresAt: number): string {
  const person = at % PEOPLE;
  const apps = Array.from({ length: 5 }, (_, each) => appXml(person + each)).join("");
  return (
    `<Lease type="Enumeration" expiration="${new Date(expiresAt).toISOString()}">${userXml(person)}` +
    `<DesktopGroup uid="${groupOf(person)}" name="Group ${groupOf(person)}"><RSApps>${apps}</RSApps></DesktopGroup></Lease>`
  );
}

/** The first leases are those that enumerate, one a person; the others launch. */
export function leaseRow(at: number): SdkLease {
  const isList = at < PEOPLE;
  const expiresAt = NOW + ((at * 37) % 15) * DAY;
  const value = isList ? listValue(at, expiresAt) : launchValue(at - PEOPLE, expiresAt);
  const person = (isList ? at : at - PEOPLE) % PEOPLE;
  return {
    ...{ uid: at + 1, key: `K${at}`, type: isList ? "Enumeration" : "Launch", zone: "Primary", value },
    ...{ ownerName: `CORP\\user${person}`, ownerSid: `S-1-5-21-1-2-3-${person}`, ownerUpn: null },
    ...{ modifiedAt: expiresAt - 14 * DAY, expiresAt },
  };
}

function makeSite() {
  const groups = Array.from({ length: GROUPS }, (_, at) => aGroup({ key: `group-${at}`, name: `Group ${at}` }));
  const machines = Array.from({ length: SERVERS }, (_, at) =>
    aMachine({
      key: `machine-${at}`,
      name: `SRV${at}`,
      maintenance: at % 50 === 0,
      loadIndex: 3_000 + (at % 7) * 1_000,
    }),
  );
  const facts = new Map(groups.map((group) => [group.key, groupFactsOf(group, machines.slice(0, 100), undefined)]));
  const rule = { kind: "app-entitlement", enabled: true, leasing: "Allowed", included: null } as const;
  const rules = ruleBookOf(
    groups.map(({ key }) => ({ ...rule, groupKey: key })),
    () => null,
  );
  return { names: groupNamesOf(groups), machines: new Map(machines.map((each) => [each.name, each])), facts, rules };
}

type Site = ReturnType<typeof makeSite>;

function pairsOfAll(leases: readonly Lease[], { names }: Site): Pair[][] {
  const owned = new Map<string, Lease[]>();
  for (const lease of leases) {
    const list = owned.get(lease.ownerSid ?? "");
    if (list) list.push(lease);
    else owned.set(lease.ownerSid ?? "", [lease]);
  }
  return Array.from(owned, ([userKey, own]) =>
    pairsOfPerson({ userKey, userName: null, leases: own, known: [] }, names),
  );
}

function factsOf(pair: Pair, machine: Machine | null, { facts, rules }: Site): PairFacts {
  const group = pair.groupKey === null ? null : (facts.get(pair.groupKey) ?? null);
  const leasing = mayLease(rules, pair);
  return { now: NOW, mechanism: "leases", pair, group, machine, leasing, anonymous: false, ghost: false, full: false };
}

function judgeOne(name: string, pairs: readonly Pair[], site: Site): PairVerdict[] {
  const machine = site.machines.get(name) ?? null;
  const facts = pairs.map((pair) => factsOf(pair, machine, site));
  const capacity = machine ? capacityOf(machine, 20) : { places: null, estimated: true };
  return judgeMachine(facts, { capacity, sessions: 20, present: new Set() });
}

function judgeAll(pairs: readonly Pair[][], site: Site): { verdicts: PairVerdict[]; byMachine: Map<string, Pair[]> } {
  const byMachine = new Map<string, Pair[]>();
  const verdicts: PairVerdict[] = [];
  for (const pair of pairs.flat()) {
    if (pair.machine === null) {
      verdicts.push(judgePair(factsOf(pair, null, site)));
      continue;
    }
    const there = byMachine.get(pair.machine);
    if (there) there.push(pair);
    else byMachine.set(pair.machine, [pair]);
  }
  for (const [name, there] of byMachine) verdicts.push(...judgeOne(name, there, site));
  return { verdicts, byMachine };
}

export function measureVerdicts(leases: readonly Lease[]): Figure[] {
  const site = makeSite();
  const begun = performance.now();
  const pairs = pairsOfAll(leases, site);
  const paired = performance.now();
  const { verdicts, byMachine } = judgeAll(pairs, site);
  const judged = performance.now();
  const [[name, there] = ["", []]] = byMachine;
  judgeOne(name, there, site);
  const again = performance.now() - judged;
  const reasons = new Map<string, number>();
  for (const { why } of verdicts) reasons.set(why ?? "covered", (reasons.get(why ?? "covered") ?? 0) + 1);
  const told = Array.from(reasons, ([why, count]) => `${count} ${why}`).join(", ");
  return [
    {
      what: "leases to pairs",
      value: `${Math.round(paired - begun)} ms`,
      goal: `${verdicts.length} pairs of ${pairs.length} people`,
    },
    { what: "pairs to verdicts", value: `${Math.round(judged - paired)} ms`, goal: told },
    { what: "one machine judged anew", value: `${again.toFixed(2)} ms`, goal: `${there.length} pairs` },
  ];
}
