import type { config as SqlServerConfig } from "mssql";
import { DeskError } from "@/lib/errors";

/**
 * Reads `sqlserver://host:port;database=…;user=…;password={…};encrypt=true` into the driver's configuration. Prisma's own
 * reading of such an address drops unknown keys silently and takes seconds for milliseconds, so it never sees the text.
 */

const SCHEME = "sqlserver://";

interface Draft {
  database?: string;
  user?: string;
  password?: string;
  domain?: string;
  authentication?: "sql" | "ntlm";
  connectionTimeout?: number;
  requestTimeout?: number;
  pool: { max?: number; acquireTimeoutMillis?: number };
  options: NonNullable<SqlServerConfig["options"]>;
}

type Setter = (draft: Draft, value: string, key: string) => void;

/** Every key an address may have, in lower case without spaces. All times are seconds. */
const KEYS: Readonly<Record<string, Setter>> = {
  database: (draft, value) => Object.assign(draft, { database: value }),
  user: (draft, value) => Object.assign(draft, { user: value }),
  password: (draft, value) => Object.assign(draft, { password: value }),
  domain: (draft, value) => Object.assign(draft, { domain: value, authentication: "ntlm" }),
  authentication: (draft, value, key) => Object.assign(draft, { authentication: oneOf(key, value, ["sql", "ntlm"]) }),
  encrypt: (draft, value, key) => Object.assign(draft.options, { encrypt: readEncrypt(key, value) }),
  trustservercertificate: (draft, value, key) =>
    Object.assign(draft.options, { trustServerCertificate: readBoolean(key, value) }),
  multisubnetfailover: (draft, value, key) =>
    Object.assign(draft.options, { multiSubnetFailover: readBoolean(key, value) }),
  applicationintent: (draft, value, key) =>
    Object.assign(draft.options, { readOnlyIntent: oneOf(key, value, ["readonly", "readwrite"]) === "readonly" }),
  applicationname: (draft, value) => Object.assign(draft.options, { appName: value }),
  connecttimeout: (draft, value, key) =>
    Object.assign(draft, { connectionTimeout: readNumber(key, value, 600) * 1000 }),
  requesttimeout: (draft, value, key) => Object.assign(draft, { requestTimeout: readNumber(key, value, 3600) * 1000 }),
  connectionlimit: (draft, value, key) => Object.assign(draft.pool, { max: readNumber(key, value, 100) }),
  pooltimeout: (draft, value, key) =>
    Object.assign(draft.pool, { acquireTimeoutMillis: readNumber(key, value, 600) * 1000 }),
};

/** Other spellings of the same keys, as JDBC, ODBC and ADO.NET have them. */
const ALIASES: Readonly<Record<string, string>> = {
  initialcatalog: "database",
  username: "user",
  userid: "user",
  uid: "user",
  pwd: "password",
  logintimeout: "connecttimeout",
  connectiontimeout: "connecttimeout",
  sockettimeout: "requesttimeout",
};

/**
 * The driver's configuration for an address. `defaults` is what this connection has where the address says nothing, such
 * as the size of its pool. Throws DeskError `invalid` with one line that never repeats a value.
 */
export function parseSqlServerUrl(url: string, defaults: { appName?: string; poolMax?: number } = {}): SqlServerConfig {
  if (!url.startsWith(SCHEME)) throw fault(`it must start with ${SCHEME}`);
  const [place = "", ...pairs] = splitOutsideBraces(url.slice(SCHEME.length));
  const draft: Draft = { pool: {}, options: {} };
  const seen = new Set<string>();
  for (const pair of pairs.filter((text) => text.trim() !== "")) applyPair(draft, pair, seen);
  return toConfig(readPlace(place), draft, defaults);
}

function applyPair(draft: Draft, pair: string, seen: Set<string>): void {
  const at = pair.indexOf("=");
  if (at < 0) throw fault("each part after the host is written key=value");
  const written = pair.slice(0, at).trim();
  const bare = written.toLowerCase().replaceAll(" ", "");
  const key = ALIASES[bare] ?? bare;
  if (bare === "integratedsecurity" || bare === "trustedconnection") {
    throw fault(
      `${written} is not possible: the driver has no Windows sign-in of its own. Use user, password and domain`,
    );
  }
  const setter = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
  if (!setter) throw fault(`${written} is not a known key. Known are ${Object.keys(KEYS).join(", ")}`);
  if (seen.has(key)) throw fault(`${written} is given twice`);
  seen.add(key);
  setter(draft, unbrace(pair.slice(at + 1)), written);
}

interface Place {
  server: string;
  port?: number;
  instance?: string;
}

function readPlace(text: string): Place {
  const match = /^(\[[0-9a-f:.]+\]|[^\s:\\[\]]+)(?:\\([^\s:\\]+))?(?::(\d{1,5}))?$/i.exec(text.trim());
  if (!match?.[1]) throw fault("the host is written host, host:port or host\\instance");
  const server = match[1].replace(/^\[|\]$/g, "");
  const port = match[3] === undefined ? undefined : Number(match[3]);
  if (port !== undefined && (port < 1 || port > 65535)) throw fault("the port must lie between 1 and 65535");
  if (match[2] && port !== undefined) throw fault("give an instance or a port, not both");
  return { server, ...(port === undefined ? {} : { port }), ...(match[2] ? { instance: match[2] } : {}) };
}

function toConfig(place: Place, draft: Draft, defaults: { appName?: string; poolMax?: number }): SqlServerConfig {
  const { database, user, password } = draft;
  if (!database) throw fault("database is missing");
  if (!user || password === undefined) throw fault("user and password are needed");
  if (draft.authentication === "ntlm" && !draft.domain) throw fault("authentication=ntlm needs domain");
  if (draft.authentication === "sql" && draft.domain) throw fault("domain is for authentication=ntlm only");
  const login = draft.domain
    ? { authentication: { type: "ntlm" as const, options: { userName: user, password, domain: draft.domain } } }
    : { user, password };
  return {
    server: place.server,
    ...(place.port === undefined ? {} : { port: place.port }),
    database,
    ...login,
    connectionTimeout: draft.connectionTimeout ?? 15_000,
    requestTimeout: draft.requestTimeout ?? 15_000,
    pool: {
      min: 0,
      max: draft.pool.max ?? defaults.poolMax ?? 4,
      acquireTimeoutMillis: draft.pool.acquireTimeoutMillis ?? 15_000,
    },
    options: {
      encrypt: true,
      trustServerCertificate: false,
      useUTC: true,
      appName: defaults.appName ?? "Ghostdesk",
      ...draft.options,
      ...(place.instance ? { instanceName: place.instance } : {}),
    },
  };
}

/** Splits at `;` except inside a value in braces, where `}}` stands for one closing brace. */
function splitOutsideBraces(text: string): string[] {
  const parts: string[] = [];
  const pattern = /((?:[^;={]*=\s*\{(?:[^}]|\}\})*\}\s*)|[^;]*)(;|$)/y;
  while (pattern.lastIndex <= text.length) {
    const match = pattern.exec(text);
    if (!match) throw fault("a value in braces is not closed or has text after it");
    parts.push(match[1] ?? "");
    if (match[2] === "") break;
  }
  return parts;
}

function unbrace(value: string): string {
  const text = value.trim();
  if (!text.startsWith("{")) return text;
  if (!text.endsWith("}")) throw fault("a value in braces is not closed or has text after it");
  return text.slice(1, -1).replaceAll("}}", "}");
}

function readEncrypt(key: string, value: string): boolean | string {
  return value.toLowerCase() === "strict" ? "strict" : readBoolean(key, value);
}

function readBoolean(key: string, value: string): boolean {
  return oneOf(key, value, ["true", "false"]) === "true";
}

function readNumber(key: string, value: string, max: number): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < 1 || number > max) throw fault(`${key} must be a number from 1 to ${max}`);
  return number;
}

function oneOf<T extends string>(key: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value.toLowerCase());
  if (!found) throw fault(`${key} must be one of ${allowed.join(", ")}`);
  return found;
}

function fault(what: string): DeskError {
  return new DeskError("invalid", `The address of a SQL Server database is wrong: ${what}.`);
}
