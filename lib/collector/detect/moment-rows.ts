import type { Instant } from "@/lib/domain/site";
import type { InstanceCells, Names } from "@/lib/site/tables/read-named";
import type { PersonCells } from "@/lib/site/tables/read-people";
import type { SiteRows } from "../site-rows";
import { known } from "./connections-at";
import type { UserCopy } from "./copy-cells";
import { machineAt } from "./machine-at";
import { sessionAt } from "./session-at";
import type { SiteCopy } from "./site-copy";

/** Puts the rows of a copy, as they stood at a moment, where the rows of a running reader would be. */

/** What does not change with the moment: names and people. */
export function putNames(rows: SiteRows, copy: SiteCopy): void {
  rows.putNames(namesOf(copy));
  for (const user of copy.people) rows.putPerson(personCells(user));
}

export function putMoment(rows: SiteRows, copy: SiteCopy, at: Instant): void {
  for (const machine of copy.machines) rows.putMachine(machineAt(machine, at));
  const seen = new Set<string>();
  for (const [key, history] of copy.sessions) {
    const cells = sessionAt(history, at);
    if (!cells) continue;
    seen.add(key);
    rows.putSession(cells);
  }
  rows.sweepSessions(seen);
  const running = new Set<number>();
  for (const { Id, ApplicationId, SessionKey, StartDate, EndDate } of copy.instances) {
    const isRunning = (StartDate ?? at) <= at && known(EndDate, at) === null && seen.has(SessionKey);
    if (!isRunning) continue;
    running.add(Id);
    const cells: InstanceCells = { Id, ApplicationId, SessionKey, StartDate, EndDate: null, ModifiedDate: null };
    rows.putInstance(cells);
  }
  rows.sweepInstances(running);
}

function namesOf({ groups, applications }: SiteCopy): Names {
  return {
    // A group that was removed later still says what its machines were.
    groups: groups.map((group) => ({ ...group, LifecycleState: 0 })),
    catalogs: new Map(),
    hypervisors: new Map(),
    applications: new Map(applications.map((each) => [each.Id, each.PublishedName ?? each.Name])),
  };
}

/** Without a Sid the row's id stands for the person: it is the same for all rows of this copy. */
function personCells({ Id, Sid, Upn, UserName, FullName, Domain, CreatedDate, ModifiedDate }: UserCopy): PersonCells {
  const [domain, account] = UserName.includes("\\") ? UserName.split("\\", 2) : [Domain ?? "", UserName];
  return {
    Id,
    Sid: Sid ?? `user-${Id}`,
    Upn,
    UserName: account ?? UserName,
    FullName,
    Domain: Domain ?? domain ?? "",
    CreatedDate: CreatedDate ?? 0,
    ModifiedDate: ModifiedDate ?? CreatedDate ?? 0,
  };
}
