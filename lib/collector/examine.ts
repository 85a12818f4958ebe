import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";
import { verifyOnce } from "@/lib/audit/chain-watch";
import { chainSentence } from "@/lib/audit/chain-words";
import { readAuditKey } from "@/lib/audit/key-file";
import type { Clock } from "@/lib/clock";
import { type Desk, openDesk } from "@/lib/desk/client";
import { migrateDesk } from "@/lib/desk/migrate";
import type { DeskEnvironment } from "@/lib/env";
import { DeskError, describeError } from "@/lib/errors";
import { instantCell } from "@/lib/site/tables/cell";
import { BROKER_NEEDS, checkColumns, MONITOR_NEEDS, missingOptional, type TableNeed } from "@/lib/site/tables/columns";
import { openBrokerTables, openMonitorTables, type TablesDatabase } from "@/lib/site/tables/database";
import { proveDatabase } from "@/lib/site/tables/proof";
import { examineBridge } from "./examine-bridge";
import { examineFolders } from "./examine-folders";
import { STALE_AFTER_MS } from "./source-health";

/** What the doctor finds: everything that must be right before Ghostdesk can work, each as one line. */
export interface Finding {
  readonly area: "computer" | "our own data" | "Monitoring tables" | "broker tables" | "bridge" | "lease folders";
  readonly check: string;
  /** `bad`: the product could not work. `warn`: it works, but somebody should know. `unknown`: it could not be told. */
  readonly state: "ok" | "warn" | "bad" | "unknown";
  readonly text: string;
}

type Asked = Pick<TablesDatabase, "dialect" | "query" | "now">;
const READ_MS_MAX = 15_000;
/** Kerberos allows five minutes; ages on a screen are wrong long before. */
const SKEW_MS_MAX = 60_000;

function examineComputer(env: DeskEnvironment): Finding[] {
  const major = Number(process.versions.node.split(".")[0]);
  const node: Finding = {
    area: "computer",
    check: "Node.js",
    state: major >= 22 ? "ok" : "warn",
    text:
      major >= 22
        ? process.versions.node
        : `${process.versions.node} gets no security fixes any more; 24 is recommended`,
  };
  return [
    node,
    {
      area: "computer",
      check: "site",
      state: "ok",
      text: env.site ? "real site" : "practice site (none is configured)",
    },
  ];
}

async function examineDesk(env: DeskEnvironment): Promise<Finding[]> {
  const area = "our own data";
  let folder = env.dataFolder;
  while (!existsSync(folder) && path.dirname(folder) !== folder) folder = path.dirname(folder);
  try {
    accessSync(folder, constants.W_OK);
  } catch (error) {
    return [
      {
        area,
        check: "data folder",
        state: "bad",
        text: `${env.dataFolder} cannot be written (${describeError(error)})`,
      },
    ];
  }
  const found: Finding[] = [{ area, check: "data folder", state: "ok", text: env.dataFolder }];
  if (!env.site && !existsSync(env.dataFolder)) {
    return [...found, { area, check: "database", state: "ok", text: "not made yet; the first start makes it" }];
  }
  try {
    const applied = await migrateDesk(env.deskUrl);
    const desk = openDesk(env.deskUrl);
    const accounts = await desk.account.count({ where: { siteId: env.siteId, disabledAt: null } });
    const audit = await examineAudit(desk, env);
    await desk.$disconnect();
    const text = applied.length > 0 ? `reachable, brought up to date (${applied.join(", ")})` : "reachable, up to date";
    const people: Finding =
      accounts > 0
        ? { area, check: "accounts", state: "ok", text: `${accounts}` }
        : { area, check: "accounts", state: "warn", text: "none yet: npm run user -- add NAME --role admin" };
    return [...found, { area, check: "database", state: "ok", text }, people, audit];
  } catch (error) {
    return [...found, { area, check: "database", state: "bad", text: sentence(error) }];
  }
}

async function examineAudit(desk: Desk, { siteId, auditKeyFile: keyFile }: DeskEnvironment): Promise<Finding> {
  const name = { area: "our own data", check: "audit" } as const;
  const key = await readAuditKey(keyFile);
  if (!key) return { ...name, state: "ok", text: `no key yet; the first start makes ${keyFile}` };
  const report = await verifyOnce({ desk, siteId, key, keyFile });
  return { ...name, state: report.broken ? "warn" : "ok", text: chainSentence(report) };
}

async function examineTables(
  area: Finding["area"],
  database: Asked,
  needs: Readonly<Record<string, TableNeed>>,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const add = (check: string, state: Finding["state"], text: string) => findings.push({ area, check, state, text });
  const [first] = Object.entries(needs);
  const proof = await proveDatabase(database, first ? `${first[1].schema}.${first[0]}` : "");
  add("reachable", "ok", proof.release ? `SQL Server ${proof.release}` : "a file of the site's tables");
  const columns = await checkColumns(database, needs);
  const missing = missingOptional(columns, needs);
  add(
    "columns",
    missing.length > 0 ? "warn" : "ok",
    missing.length > 0 ? `this release lacks ${missing.join(", ")}` : "all that are read",
  );
  if (proof.canWrite === null) add("rights", "unknown", "the database does not tell them");
  else
    add(
      "rights",
      proof.canWrite ? "warn" : "ok",
      proof.canWrite ? "this login could write; give it SELECT only" : "read only",
    );
  if (proof.snapshotReads === null && database.dialect.name === "sqlserver")
    add("snapshot reads", "unknown", "not told");
  if (proof.snapshotReads === false)
    add("snapshot reads", "warn", "READ_COMMITTED_SNAPSHOT is off: our reads can wait for writes");
  if (proof.snapshotReads === true) add("snapshot reads", "ok", "on");
  return findings;
}

async function examineTimes(database: Asked, clock: Clock): Promise<Finding[]> {
  const area = "Monitoring tables";
  const { dialect } = database;
  const [row] = await database.query(
    `SELECT MAX(ModifiedDate) AS Newest FROM ${dialect.table("MonitorData", "Machine")}`,
  );
  const their = await database.now();
  const findings: Finding[] = [];
  if (their === null)
    findings.push({ area, check: "clock", state: "unknown", text: "a file has no clock; this computer's is used" });
  else {
    const skewMs = clock.now() - their;
    const state = Math.abs(skewMs) > SKEW_MS_MAX ? "warn" : "ok";
    findings.push({
      area,
      check: "clock",
      state,
      text: `this computer is ${Math.round(skewMs / 1000)} s ahead of the database`,
    });
  }
  const newest = row?.Newest ? instantCell.parse(row.Newest) : null;
  if (newest === null)
    return [...findings, { area, check: "news", state: "warn", text: "no machine was ever written" }];
  const quietMs = (their ?? clock.now()) - newest;
  const text = `newest change ${new Date(newest).toISOString()}`;
  return [...findings, { area, check: "news", state: quietMs > STALE_AFTER_MS ? "warn" : "ok", text }];
}

/** Runs one part; a source that cannot be read is a finding, not a crash. */
async function attempt(area: Finding["area"], work: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await work();
  } catch (error) {
    return [{ area, check: "reachable", state: "bad", text: sentence(error) }];
  }
}

function sentence(error: unknown): string {
  return error instanceof DeskError ? `${error.message} (${describeError(error.cause)})` : describeError(error);
}

async function examineSite(env: DeskEnvironment, clock: Clock): Promise<Finding[]> {
  if (!env.site) return [];
  const monitor = openMonitorTables(env.site.monitorUrl, { readMsMax: READ_MS_MAX });
  const broker = env.site.brokerUrl ? openBrokerTables(env.site.brokerUrl, { readMsMax: READ_MS_MAX }) : null;
  try {
    return [
      ...(await attempt("Monitoring tables", async () => [
        ...(await examineTables("Monitoring tables", monitor, MONITOR_NEEDS)),
        ...(await examineTimes(monitor, clock)),
      ])),
      ...(broker
        ? await attempt("broker tables", () => examineTables("broker tables", broker, BROKER_NEEDS))
        : [
            {
              area: "broker tables",
              check: "reachable",
              state: "warn",
              text: "not configured: one witness fewer",
            } as const,
          ]),
    ];
  } finally {
    await Promise.all([monitor.close(), broker?.close()]);
  }
}

/** Examines this computer, our own data and every source of the site. Never rejects: what fails is a finding. */
export async function examine(env: DeskEnvironment, clock: Clock): Promise<Finding[]> {
  return [
    ...examineComputer(env),
    ...(await examineDesk(env)),
    ...(await examineSite(env, clock)),
    ...(env.site ? await examineBridge(env.powerShell) : []),
    ...(await examineFolders(env.leaseFolders, clock.now())),
  ];
}
