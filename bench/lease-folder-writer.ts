import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { launchValue, listValue } from "./lease-verdicts";

/** A cache folder as a controller with 2,000 servers keeps it: a hashed folder and a document of about a kilobyte for each thing. */

const FILES = {
  Apps: 200,
  Desktops: 2_000,
  Icons: 200,
  Workers: 2_000,
  "Leases/Enumeration": 6_600,
  "Leases/Launch": 9_000,
};
const DAY = 24 * 3_600_000;

export class LeaseFolderWriter {
  readonly path = mkdtempSync(path.join(tmpdir(), "ghostdesk-bench-"));
  readonly now = Date.parse("2026-11-21T10:00:00Z");

  /** Returns how many files there are. */
  writeAll(): number {
    let files = 0;
    for (const [folder, count] of Object.entries(FILES)) {
      for (let at = 0; at < count; at += 1) this.#write(folder, at, this.now + 7 * DAY);
      files += count;
    }
    return files;
  }

  /** As launches do: an enumeration lease and a launch lease each, written anew. */
  change(files: number): void {
    for (let at = 0; at < files / 2; at += 1) {
      this.#write("Leases/Enumeration", at * 7, this.now + 14 * DAY);
      this.#write("Leases/Launch", at * 7, this.now + 14 * DAY);
    }
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  #write(folder: string, at: number, expiresAt: number): void {
    const hash = createHash("sha1").update(`${folder} ${at}`).digest("hex");
    const place = path.join(this.path, folder, hash);
    mkdirSync(place, { recursive: true });
    writeFileSync(path.join(place, "Data.xml"), documentOf(folder, at, expiresAt));
  }
}

function documentOf(folder: string, at: number, expiresAt: number): string {
  if (folder === "Leases/Launch") return launchValue(at, expiresAt);
  if (folder === "Leases/Enumeration") return listValue(at, expiresAt);
  if (folder === "Workers")
    return `<Worker sid="S-1-5-21-9-9-9-${at}" name="CORP\\SRV${at}">${"<Part/>".repeat(120)}</Worker>`;
  return `<Item id="${at}">${"<Part/>".repeat(120)}</Item>`;
}
