import type { Instant } from "@/lib/domain/site";
import { Random } from "../engine/random";
import { COUNTERS, type Counter, World } from "../engine/world";
import type { SiteEntity } from "../entities/site";
import { SITE_SIZES, type SiteEra, type SizeName } from "../sizes";
import { addApplications, addOffice } from "./groups";
import { addMachines, machineCounts } from "./machines";
import { NameGiver } from "./names";
import { DOMAINS, SERVERS_PER_OFFICE } from "./offices";
import { addPeople } from "./people";

export const SITE_ZONE = "Europe/Vienna";

export interface SiteVariant {
  readonly size: SizeName;
  readonly seed: number;
  readonly era: SiteEra;
}

/** Release that goes with the outage features of an era. */
const VERSIONS = { leases: "7.15 LTSR", both: "7.15 LTSR", cache: "7.18" } as const satisfies Record<SiteEra, string>;

/** A site as it stands before anybody logs on: machines, groups, people; nobody has a timer yet. */
export function newSite(variant: SiteVariant, start: Instant): World {
  const random = Random.seeded(variant.seed);
  const size = SITE_SIZES[variant.size];
  const counters = Object.fromEntries(COUNTERS.map((name) => [name, 0])) as Record<Counter, number>;
  const world = new World(siteEntity(variant, random), { now: start, random: random.state, counters });
  const offices = Math.max(1, Math.ceil(size.servers / SERVERS_PER_OFFICE));
  const counts = machineCounts(size, offices);
  const applications = addApplications(world);
  const names = new NameGiver(world.random);
  for (let index = 0; index < offices; index++) {
    const office = addOffice(world, index, offices > 1, applications);
    addMachines(world, office, counts);
    addPeople(world, names, {
      office,
      counts,
      sessions: Math.round(size.sessions / offices),
      occasional: size.occasional,
    });
  }
  return world;
}

function siteEntity({ size, seed, era }: SiteVariant, random: Random): SiteEntity {
  const domains = DOMAINS.slice(0, SITE_SIZES[size].domains).map(({ name, dns }) => ({
    name,
    dns,
    sid: `S-1-5-21-${random.whole(1e8, 4e9)}-${random.whole(1e8, 4e9)}-${random.whole(1e8, 4e9)}`,
  }));
  const controller = (number: number) => ({
    dns: `ddc${number}.${DOMAINS[0].dns}`,
    machine: `${DOMAINS[0].name}\\DDC${number}`,
  });
  return {
    kind: "site",
    id: "site",
    name: "Nordwerk practice site",
    zone: SITE_ZONE,
    size,
    seed,
    era,
    version: VERSIONS[era],
    domains,
    controllers: [controller(1), controller(2)],
    outageSince: null,
    databaseBackAt: null,
    timers: {},
  };
}
