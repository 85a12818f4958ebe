import type { SdkConnectionAttempt } from "@/lib/site/sdk";
import type { RunningSite } from "../running-site";
import { aboveUid } from "./filter-bounds";
import type { Listing } from "./listing";
import { connections } from "./objects/connections";
import { GROUPS, POWER_TIME_SCHEMES } from "./objects/groups";
import { LEASES } from "./objects/leases";
import { MACHINES } from "./objects/machines";
import { POWER_ACTIONS } from "./objects/power-actions";
import {
  ACCESS,
  APP_ASSIGNMENTS,
  APP_ENTITLEMENTS,
  ASSIGNMENTS,
  ENTITLEMENTS,
  LINGER,
  PRE_LAUNCH,
} from "./objects/rules";
import { SESSIONS } from "./objects/sessions";
import { CONTROLLERS, SITE } from "./objects/site";
import { select } from "./select";
import { LOG_ENTRIES, LOG_SITE } from "./site-log";
import type { CmdletAnswer, CmdletCall } from "./wire";

/** The practice site as the stand-in needs it. */
export type StandInSite = Pick<RunningSite, "world" | "act" | "connectionLog">;

type Read = (call: CmdletCall, site: StandInSite) => CmdletAnswer;

const of =
  <T>(listing: Listing<T>): Read =>
  (call, { world }) =>
    select(call, listing, world);

/** Every Get- cmdlet of the broker and the log. */
export const READS: ReadonlyMap<string, Read> = new Map(
  Object.entries<Read>({
    "Get-BrokerSession": of(SESSIONS),
    "Get-BrokerMachine": of(MACHINES),
    "Get-BrokerDesktopGroup": of(GROUPS),
    "Get-BrokerPowerTimeScheme": of(POWER_TIME_SCHEMES),
    "Get-BrokerSite": of(SITE),
    "Get-BrokerController": of(CONTROLLERS),
    "Get-BrokerLease": of(LEASES),
    "Get-BrokerSessionLinger": of(LINGER),
    "Get-BrokerSessionPreLaunch": of(PRE_LAUNCH),
    "Get-BrokerAccessPolicyRule": of(ACCESS),
    "Get-BrokerEntitlementPolicyRule": of(ENTITLEMENTS),
    "Get-BrokerAppEntitlementPolicyRule": of(APP_ENTITLEMENTS),
    "Get-BrokerAssignmentPolicyRule": of(ASSIGNMENTS),
    "Get-BrokerAppAssignmentPolicyRule": of(APP_ASSIGNMENTS),
    "Get-BrokerHostingPowerAction": of(POWER_ACTIONS),
    "Get-BrokerConnectionLog": (call, site) => select(call, connections(attemptsOf(call, site)), site.world),
    "Get-LogSite": of(LOG_SITE),
    "Get-LogHighLevelOperation": of(LOG_ENTRIES),
  }),
);

const PAGE = 1_000;

/** The log of two days: what a filter leaves out by number is not read at all. */
function* attemptsOf(call: CmdletCall, site: StandInSite): Generator<SdkConnectionAttempt> {
  for (let after = aboveUid(call); ; ) {
    const page = site.connectionLog({ since: 0, after, most: PAGE });
    yield* page;
    after = page.at(-1)?.uid ?? after;
    if (page.length < PAGE) return;
  }
}
