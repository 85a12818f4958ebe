import type { LeaseFolderAddress } from "@/lib/env";
import { LeaseFolderReader } from "@/lib/site/leases/folder";
import type { Finding } from "./examine";

/** Reads each configured cache folder once. Never rejects: what fails is a finding, and none of it keeps Ghostdesk from working. */
export async function examineFolders(addresses: readonly LeaseFolderAddress[], now: number): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const address of addresses) {
    const { folder } = await new LeaseFolderReader(address).read(now);
    findings.push({ area: "lease folders", check: address.controller, ...wordsOf(folder) });
  }
  return findings;
}

type Folder = Awaited<ReturnType<LeaseFolderReader["read"]>>["folder"];

function wordsOf({ reading, path, enumeration, launch, unread, problems }: Folder): Pick<Finding, "state" | "text"> {
  if (reading.state !== "ok") return { state: "warn", text: `${path}: ${reading.problem ?? "not read"}` };
  const text = `${path}: ${enumeration} enumeration and ${launch} launch leases`;
  if (unread === 0) return { state: "ok", text };
  const [first] = problems;
  const files = unread === 1 ? "1 file" : `${unread} files`;
  return { state: "warn", text: `${text}, ${files} not read${first ? ` (${first.file}: ${first.why})` : ""}` };
}
