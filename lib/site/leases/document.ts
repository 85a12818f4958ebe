import type { LeasedResource } from "@/lib/domain/lease/lease";
import type { Instant } from "@/lib/domain/site";
import { resourcesOf } from "./resources";
import { findElement, findValue, readXml, valueIn, type XmlNode, type XmlTree } from "./xml-tree";

/**
 * What the XML of a lease says. Its schema is not published: an expiry, users' Sids, the machine's Sid, a key for session sharing and `RSApps` are known to
 * stand in it. So names are looked for wherever they are, and what is not understood is left alone.
 */
export interface LeaseDocument {
  readonly key: string | null;
  readonly type: "Enumeration" | "Launch" | null;
  readonly ownerName: string | null;
  readonly ownerSid: string | null;
  readonly ownerUpn: string | null;
  readonly expiresAt: Instant | null;
  readonly modifiedAt: Instant | null;
  readonly zone: string | null;
  readonly resources: readonly LeasedResource[];
  /** Bare, upper case. */
  readonly machine: string | null;
  readonly machineSid: string | null;
  readonly sharingKey: string | null;
  /** One sentence where the document could not be read; the rest is then null and empty. */
  readonly problem: string | null;
}

const KEYS = ["leasekey", "key"];
const TYPES = ["leasetype", "type"];
const EXPIRIES = ["expiration", "expirationtime", "expirationdate", "expires", "expiresat", "expiry", "expirytime"];
const MODIFIED = ["lastmodified", "modified", "modifiedat", "lastmodifiedtime", "lastupdated"];
const USERS = ["user", "owner", "account"];
const MACHINES = ["worker", "machine", "vda", "server"];
const SHARING = ["sessionsharingkey", "sharingkey"];
const SID = /^S-1-\d+(-\d+)+$/i;

const NOTHING: Omit<LeaseDocument, "problem"> = {
  ...{ key: null, type: null, ownerName: null, ownerSid: null, ownerUpn: null, expiresAt: null, modifiedAt: null },
  ...{ zone: null, resources: [], machine: null, machineSid: null, sharingKey: null },
};

/** Never throws, whatever the text is. */
export function readLeaseDocument(text: string): LeaseDocument {
  const tree = readXml(text);
  if ("problem" in tree) return { ...NOTHING, problem: tree.problem };
  return {
    key: valueIn(tree.root, KEYS),
    type: typeOf(tree),
    ...ownerOf(tree),
    expiresAt: instantOf(findValue(tree, EXPIRIES)),
    modifiedAt: instantOf(findValue(tree, MODIFIED)),
    zone: findValue(tree, ["zonename", "zone"]),
    resources: resourcesOf(tree.root),
    ...machineOf(tree, findElement(tree, MACHINES)),
    sharingKey: findValue(tree, SHARING) ?? valueInElement(tree, SHARING, ["value", "key", "name"]),
    problem: null,
  };
}

function typeOf(tree: XmlTree): LeaseDocument["type"] {
  for (const said of [findValue(tree, TYPES), tree.root.name]) {
    if (said !== null && /enum/i.test(said)) return "Enumeration";
    if (said !== null && /launch/i.test(said)) return "Launch";
  }
  return null;
}

function ownerOf(tree: XmlTree): Pick<LeaseDocument, "ownerName" | "ownerSid" | "ownerUpn"> {
  const user = findElement(tree, USERS) ?? findElement(tree, ["users"]);
  const text = user?.children.length === 0 ? user.text.trim() : "";
  const said = (names: readonly string[]) => (user ? valueIn(user, names) : null);
  const sid = said(["sid", "usersid", "ownersid", "objectsid"]) ?? (SID.test(text) ? text : null);
  const name = said(["samname", "samaccountname", "accountname", "username", "name"]);
  const upn = said(["upn", "userprincipalname"]);
  return {
    ownerSid: sidOf(sid ?? findValue(tree, ["ownersid", "usersid"])),
    ownerName: name ?? (text.includes("\\") ? text : findValue(tree, ["ownersamname", "ownername", "username"])),
    ownerUpn: upn ?? (text.includes("@") ? text : findValue(tree, ["ownerupn", "userprincipalname"])),
  };
}

/** The machine that a file of the Workers folder is about; null where it is not understood. Never throws. */
export function readWorkerDocument(text: string): Pick<LeaseDocument, "machine" | "machineSid" | "problem"> {
  const tree = readXml(text);
  if ("problem" in tree) return { machine: null, machineSid: null, problem: tree.problem };
  return { ...machineOf(tree, findElement(tree, MACHINES) ?? tree.root), problem: null };
}

function machineOf(tree: XmlTree, node: XmlNode | null): Pick<LeaseDocument, "machine" | "machineSid"> {
  const text = node?.children.length === 0 ? node.text.trim() : "";
  const said = (names: readonly string[]) => (node ? valueIn(node, names) : null);
  const sid = said(["sid", "workersid", "machinesid", "objectsid"]) ?? (SID.test(text) ? text : null);
  const name =
    said(["name", "machinename", "samname", "accountname"]) ??
    said(["dns", "dnsname", "hostname"]) ??
    (text !== "" && !SID.test(text) ? text : findValue(tree, ["workername", "machinename", "workerdnsname"]));
  return { machine: bareMachineName(name), machineSid: sidOf(sid ?? findValue(tree, ["workersid", "machinesid"])) };
}

/** An element that says it in an attribute of its own. */
function valueInElement(tree: XmlTree, elements: readonly string[], names: readonly string[]): string | null {
  const element = findElement(tree, elements);
  return element ? valueIn(element, names) : null;
}

function sidOf(text: string | null): string | null {
  return text !== null && SID.test(text) ? text.toUpperCase() : null;
}

/** `DOMAIN\name`, `name$` and `name.domain` to NAME; null where nothing is left, or where it is a Sid. */
export function bareMachineName(text: string | null): string | null {
  if (text === null || SID.test(text)) return null;
  const account = text.slice(text.lastIndexOf("\\") + 1).replace(/\$$/, "");
  return account.split(".", 1)[0]?.toUpperCase() || null;
}

/** ISO 8601 as .NET writes it, with up to seven digits of a second; without a zone it is UTC, as the broker keeps its times. */
function instantOf(text: string | null): Instant | null {
  const parts = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(\.\d{1,9})?\s*(Z|[+-]\d{2}:?\d{2})?$/i.exec(text ?? "");
  if (!parts) return null;
  const [, day, time, fraction = "", zone = "Z"] = parts;
  const instant = Date.parse(`${day}T${time}${fraction.slice(0, 4)}${zone.toUpperCase()}`);
  return Number.isNaN(instant) ? null : instant;
}
