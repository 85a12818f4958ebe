import { createHash } from "node:crypto";
import path from "node:path";
import { z } from "zod";
import { DeskError } from "./errors";

/** Everything the environment says, parsed once at the start. See .env.example for what each name means. */

const DatabaseUrl = z
  .string()
  .regex(/^(sqlserver:\/\/|file:)/, "must start with sqlserver:// or file:")
  .optional();

const Arguments = z.array(z.string());

/** A JSON array of texts, so that no rule of quoting is needed. */
function toArguments(text: string, context: z.RefinementCtx): string[] {
  try {
    return Arguments.parse(JSON.parse(text));
  } catch (error) {
    context.addIssue({ code: "custom", message: "must be a JSON array of texts", params: { cause: error } });
    return z.NEVER;
  }
}

const Folders = z.record(z.string().min(1).max(255), z.string().min(1));

/** A JSON object, so that no rule about separators is needed: paths have colons, semicolons and commas in them. */
function toLeaseFolders(text: string, context: z.RefinementCtx): LeaseFolderAddress[] {
  try {
    const folders = Folders.parse(JSON.parse(text));
    return Object.entries(folders).map(([controller, folder]) => ({ controller, path: path.resolve(folder) }));
  } catch (error) {
    const message = "must be a JSON object of controllers and their cache folders";
    context.addIssue({ code: "custom", message, params: { cause: error } });
    return z.NEVER;
  }
}

const Environment = z.object({
  GHOSTDESK_MONITOR_DATABASE_URL: DatabaseUrl,
  GHOSTDESK_BROKER_DATABASE_URL: DatabaseUrl,
  GHOSTDESK_DESK_DATABASE_URL: DatabaseUrl,
  GHOSTDESK_AUDIT_KEY_FILE: z.string().optional(),
  GHOSTDESK_CONTROLLER: z.string().max(255).optional(),
  GHOSTDESK_POWERSHELL: z.string().optional(),
  GHOSTDESK_POWERSHELL_ARGS: z.string().default("[]").transform(toArguments),
  GHOSTDESK_LEASE_FOLDERS: z.string().default("{}").transform(toLeaseFolders),
  GHOSTDESK_DATA: z.string().default(".ghostdesk"),
  GHOSTDESK_ORIGIN: z.string().optional(),
  GHOSTDESK_SITE_NAME: z.string().max(64).optional(),
  GHOSTDESK_PRACTICE_SIZE: z.enum(["S", "M", "L", "XL"]).default("S"),
  GHOSTDESK_PRACTICE_SEED: z.coerce
    .number()
    .int()
    .min(0)
    .max(2 ** 32 - 1)
    .default(7),
  GHOSTDESK_PRACTICE_ERA: z.enum(["leases", "both", "cache"]).default("leases"),
  GHOSTDESK_RECONCILE_SECONDS: z.coerce.number().int().min(10).max(86_400).default(600),
  GHOSTDESK_LOG: z.enum(["debug", "info", "warn", "error"]).default("info"),
  HOST: z.string().optional(),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
});

export interface SiteAddress {
  readonly monitorUrl: string;
  /** Null where the broker tables are not reachable: one witness fewer. */
  readonly brokerUrl: string | null;
}

/** Where the leases of one controller lie as files: its cache folder, as this machine reaches it. */
export interface LeaseFolderAddress {
  /** DNS name. */
  readonly controller: string;
  readonly path: string;
}

/** Where a PowerShell is, and whom it speaks to. */
export interface PowerShellAddress {
  readonly executable: string;
  /** Before the bridge's own arguments: how a container's or a jump host's client is told where PowerShell is. */
  readonly arguments: readonly string[];
  /** DNS name of a controller; null where the SDK's own default holds. */
  readonly controller: string | null;
}

export interface PracticeOptions {
  readonly size: "S" | "M" | "L" | "XL";
  readonly seed: number;
  readonly era: "leases" | "both" | "cache";
}

export interface DeskEnvironment {
  /** Null means the practice site. */
  readonly site: SiteAddress | null;
  /** Stands on every row of ours; each variant of the practice site is a site of its own. */
  readonly siteId: string;
  readonly siteName: string | null;
  readonly practice: PracticeOptions;
  /** Null: no bridge. A site is then read from its tables alone; the practice site answers without one. */
  readonly powerShell: PowerShellAddress | null;
  /** Empty where none is configured. */
  readonly leaseFolders: readonly LeaseFolderAddress[];
  /** Absolute folder for our own files; the practice site's is a subfolder, so that nothing of it reaches a real site. */
  readonly dataFolder: string;
  readonly deskUrl: string;
  /** Absolute path of the key that the audit is sealed with; made at the first start. */
  readonly auditKeyFile: string;
  readonly host: string;
  readonly port: number;
  /** Public origins a browser may send writes from; empty means our own loopback addresses. */
  readonly origins: readonly string[];
  /** How often everything is read again, to find what no ModifiedDate told. */
  readonly reconcileMs: number;
  readonly logLevel: "debug" | "info" | "warn" | "error";
  /** Answers are checked against their contract before they are sent: everywhere but in production. */
  readonly checksAnswers: boolean;
}

/** Which site this environment means. Throws `invalid` where tables that need the Monitoring tables are given alone. */
function readSite(env: z.infer<typeof Environment>): SiteAddress | null {
  const monitorUrl = env.GHOSTDESK_MONITOR_DATABASE_URL;
  if (monitorUrl) return { monitorUrl, brokerUrl: env.GHOSTDESK_BROKER_DATABASE_URL ?? null };
  const alone = (["GHOSTDESK_BROKER_DATABASE_URL", "GHOSTDESK_CONTROLLER"] as const).find((name) => env[name]);
  if (!alone) return null;
  throw new DeskError(
    "invalid",
    `${alone} is set, but GHOSTDESK_MONITOR_DATABASE_URL is not: the Monitoring database is what Ghostdesk reads first.`,
  );
}

/** Windows PowerShell where only a controller is named: Citrix's snap-ins run nowhere else. */
function readPowerShell(
  env: z.infer<typeof Environment>,
  source: Readonly<Record<string, string | undefined>>,
): PowerShellAddress | null {
  const { GHOSTDESK_POWERSHELL: named, GHOSTDESK_POWERSHELL_ARGS: before, GHOSTDESK_CONTROLLER: controller } = env;
  if (!named && !controller) return null;
  const usual = source.SystemRoot
    ? path.win32.join(source.SystemRoot, "System32", "WindowsPowerShell", "v1.0", "powershell.exe")
    : null;
  const executable = named ?? usual;
  if (executable) return { executable, arguments: before, controller: controller ?? null };
  throw new DeskError(
    "invalid",
    "GHOSTDESK_CONTROLLER is set, but GHOSTDESK_POWERSHELL is not: name the PowerShell that has Citrix's modules.",
  );
}

/** A name as part of an id. What Latin letters cannot tell apart, a digest does: two sites never share one id. */
function slug(name: string): string {
  const plain = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  if (/^[\x20-\x7e]+$/.test(name)) return plain;
  return `${plain}-${createHash("sha256").update(name).digest("hex").slice(0, 8)}`;
}

function practiceId(env: z.infer<typeof Environment>): string {
  return `practice-${env.GHOSTDESK_PRACTICE_SIZE}-${env.GHOSTDESK_PRACTICE_SEED}-${env.GHOSTDESK_PRACTICE_ERA}`;
}

/**
 * Parses the environment. Empty values count as not set. Throws DeskError `invalid` with one line that names the variable.
 */
export function readEnvironment(source: Readonly<Record<string, string | undefined>>): DeskEnvironment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const first = parsed.error.issues[0];
    throw new DeskError("invalid", `${first?.path.join(".")}: ${first?.message}.`, { cause: parsed.error });
  }
  const env = parsed.data;
  const site = readSite(env);
  const folder = path.resolve(env.GHOSTDESK_DATA);
  const dataFolder = site ? folder : path.join(folder, "practice");
  const origins = env.GHOSTDESK_ORIGIN?.split(",").map((origin) => origin.trim().replace(/\/$/, "")) ?? [];
  return {
    site,
    siteId: site ? slug(env.GHOSTDESK_SITE_NAME ?? "site") : practiceId(env),
    siteName: env.GHOSTDESK_SITE_NAME ?? null,
    practice: {
      size: env.GHOSTDESK_PRACTICE_SIZE,
      seed: env.GHOSTDESK_PRACTICE_SEED,
      era: env.GHOSTDESK_PRACTICE_ERA,
    },
    powerShell: readPowerShell(env, source),
    leaseFolders: env.GHOSTDESK_LEASE_FOLDERS,
    dataFolder,
    deskUrl: (site && env.GHOSTDESK_DESK_DATABASE_URL) || `file:${path.join(dataFolder, "desk.db")}`,
    auditKeyFile: path.resolve((site && env.GHOSTDESK_AUDIT_KEY_FILE) || path.join(dataFolder, "audit.key")),
    host: env.HOST ?? (site ? "localhost" : "127.0.0.1"),
    port: env.PORT,
    origins,
    reconcileMs: env.GHOSTDESK_RECONCILE_SECONDS * 1_000,
    logLevel: env.GHOSTDESK_LOG,
    checksAnswers: source.NODE_ENV !== "production",
  };
}

/** Those of this process's own variables that a child process is given, by name; Windows does not mind how they are spelled. */
export function inheritedEnvironment(names: readonly string[]): Record<string, string> {
  const fold = (name: string) => (process.platform === "win32" ? name.toUpperCase() : name);
  const wanted = new Set(names.map(fold));
  const given = Object.entries(process.env).filter(([name]) => wanted.has(fold(name)));
  return Object.fromEntries(given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
