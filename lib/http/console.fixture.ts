import { randomUUID } from "node:crypto";
import { hashPassword } from "@/lib/auth/password";
import { nameKeyOf } from "@/lib/auth/scope";
import { hashSecret, makeApiToken, makeCookieSecret } from "@/lib/auth/secret";
import { FixedClock } from "@/lib/clock";
import { TestGhostDesk } from "@/lib/collector/ghosts/ghost-desk.fixture";
import { type Runtime, type SiteView, setRuntime } from "@/lib/collector/runtime";
import { makeTemporaryDesk } from "@/lib/desk/temporary-desk.fixture";
import { ROLES, type Role } from "@/lib/domain/role";
import { readEnvironment } from "@/lib/env";
import { DeskError } from "@/lib/errors";

/** A running console without a site, for tests of what is between a request and the work behind an endpoint. */
export interface TestConsole {
  readonly runtime: Runtime;
  readonly clock: FixedClock;
  /** Accounts named like their role, with the password `${role}-password`. */
  readonly accountIds: Readonly<Record<Role, string>>;
  /** A new sign-in of that role's account, without asking for the password: the value of a Cookie header. */
  cookie(role: Role): Promise<string>;
  /** A new token with that role: the value of an Authorization header. */
  bearer(role: Role): Promise<string>;
  close(): Promise<void>;
}

/** A site before its first read. */
const UNREAD_SITE: SiteView = {
  ...{ siteName: "Unread", timeZone: null, release: null, pollMs: 2000, servers: { heard: 0, failing: 0 } },
  ...{ sdkSite: null, outageSince: null, current: () => null, sourcesNow: () => [], changesSince: () => null },
  ...{ subscribe: () => () => {}, watch: () => () => {}, notice: () => {} },
};

const WHOLE_CHAIN: Runtime["chain"]["status"] = {
  ...{ state: "whole", sentence: "Nothing has been written yet.", checkedAt: Date.parse("2026-11-21T08:59:00.000Z") },
  ...{ entries: 0, uncovered: 0, brokenAt: null },
};

const NO_HISTORY: Runtime["history"] = {
  whatIf: () => Promise.reject(new DeskError("unavailable", "The site's history cannot be asked.")),
  stop: async () => undefined,
};

/** Nothing is carried out: what asks first, and what is refused, is what such tests are about. */
const NO_OPERATIONS: Runtime["operations"] = {
  ...{ previewKey: new Uint8Array(32), inTurn: (work) => work() },
  ...{ begin: () => undefined, look: async () => undefined, stop: async () => undefined },
};

export const ORIGIN = "http://127.0.0.1:3000";
const START = Date.parse("2026-11-21T09:00:00.000Z");
/** Far too cheap for a real password, quick enough for a hundred tests. */
const CHEAP = { logN: 4, blockSize: 8, parallel: 1 };

export async function startTestConsole(environment: Record<string, string> = {}): Promise<TestConsole> {
  const { desk, url, remove } = await makeTemporaryDesk();
  const clock = new FixedClock(START);
  const env = { ...readEnvironment({ NODE_ENV: "test", ...environment }), deskUrl: url };
  const runtime: Runtime = {
    ...{ env, siteId: env.siteId, desk, wallClock: clock, siteClock: clock, practice: null },
    site: UNREAD_SITE,
    ghosts: new TestGhostDesk(),
    reach: { kind: "none", sentence: "No bridge is configured.", sdk: null, actor: null },
    operations: NO_OPERATIONS,
    history: NO_HISTORY,
    chain: { status: WHOLE_CHAIN },
    stop: async () => {},
  };
  setRuntime(runtime);
  const rows = await Promise.all(ROLES.map((role) => toRow(runtime, role)));
  await desk.account.createMany({ data: rows });
  const accountIds = Object.fromEntries(rows.map(({ name, id }) => [name, id])) as Record<Role, string>;
  return {
    ...{ runtime, clock, accountIds, close: remove },
    cookie: (role) => addSignIn(runtime, accountIds[role]),
    bearer: (role) => addBearer(runtime, role),
  };
}

/** An account with the password `${name}-password`. Returns its id. */
export async function addTestAccount(
  runtime: Runtime,
  name: string,
  more: { role?: Role; isDemo?: boolean; disabledAt?: Date } = {},
): Promise<string> {
  const { id } = await runtime.desk.account.create({ data: { ...(await toRow(runtime, name)), ...more } });
  return id;
}

async function toRow({ siteId, wallClock }: Runtime, name: string) {
  const passwordHash = await hashPassword(`${name}-password`, CHEAP);
  const createdAt = new Date(wallClock.now());
  return { id: randomUUID(), siteId, name, nameKey: nameKeyOf(name), role: name, passwordHash, createdAt };
}

async function addSignIn({ desk, siteId, wallClock }: Runtime, accountId: string): Promise<string> {
  const secret = makeCookieSecret();
  const now = new Date(wallClock.now());
  const expiresAt = new Date(now.getTime() + 24 * 3_600_000);
  const times = { createdAt: now, lastSeenAt: now, expiresAt };
  await desk.signIn.create({ data: { tokenHash: hashSecret(secret), siteId, accountId, ...times } });
  return `ghostdesk=${secret}`;
}

async function addBearer({ desk, siteId, wallClock }: Runtime, role: Role): Promise<string> {
  const token = makeApiToken();
  const name = `script-${randomUUID()}`;
  const row = { id: randomUUID(), siteId, name, nameKey: name, role, tokenHash: hashSecret(token), createdBy: "test" };
  await desk.apiToken.create({ data: { ...row, createdAt: new Date(wallClock.now()) } });
  return `Bearer ${token}`;
}

/** A request as the server hands it to a route. Writes carry our own Origin unless `headers` say otherwise (null: none). */
export function makeRequest(
  method: string,
  path: string,
  { body, headers = {} }: { body?: unknown; headers?: Readonly<Record<string, string | null>> } = {},
): Request {
  const usual: Record<string, string | null> = { host: "127.0.0.1:3000", origin: method === "GET" ? null : ORIGIN };
  if (body !== undefined) usual["content-type"] = "application/json";
  const given = Object.entries({ ...usual, ...headers }).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return new Request(`${ORIGIN}${path}`, { method, headers: given, ...(body === undefined ? {} : { body: text }) });
}
