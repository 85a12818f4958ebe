import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A controller's cache folder in a temporary place, laid out as controllers do: by kind, a hashed folder, a document. */
export class CacheFolder {
  readonly path = mkdtempSync(path.join(tmpdir(), "ghostdesk-cache-"));

  constructor() {
    for (const kind of ["Apps", "Desktops", "Icons", "Leases/Enumeration", "Leases/Launch", "Workers"]) {
      mkdirSync(path.join(this.path, kind), { recursive: true });
    }
  }

  at(file: string): string {
    return path.join(this.path, file);
  }

  write(file: string, content: string | Uint8Array): void {
    mkdirSync(path.dirname(this.at(file)), { recursive: true });
    writeFileSync(this.at(file), content);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

export interface LeaseWords {
  readonly user: number;
  readonly group?: string;
  readonly application?: string | null;
  /** Null: the document names the machine by its Sid alone. */
  readonly machine?: string | null;
  readonly expires: string;
}

/** What the practice site and, as far as is known, the broker write. */
export function launchXml({
  user,
  group = "Office",
  application = "Calc",
  machine = "SRV-01",
  expires,
}: LeaseWords): string {
  const apps = application === null ? "<RSApps/>" : `<RSApps><RSApp id="1" name="${application}"/></RSApps>`;
  const name = machine === null ? "" : ` name="CORP\\${machine}"`;
  return (
    `<Lease type="Launch" expiration="${expires}"><Users><User sid="S-1-5-21-1-2-3-${user}" name="CORP\\user${user}"/></Users>` +
    `<DesktopGroup uid="1" name="${group}"/><SessionSharingKey value="1:HDX"/>${apps}<Worker sid="S-1-5-21-1-2-3-90001"${name}/></Lease>`
  );
}

export function enumerationXml({ user, group = "Office", application = "Calc", expires }: LeaseWords): string {
  return (
    `<Lease type="Enumeration" expiration="${expires}"><Users><User sid="S-1-5-21-1-2-3-${user}" name="CORP\\user${user}"/></Users>` +
    `<DesktopGroup uid="1" name="${group}"><RSApps><RSApp id="1" name="${application}"/></RSApps></DesktopGroup></Lease>`
  );
}
