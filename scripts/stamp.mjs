// Knows whether something was made from exactly these sources: a digest of the files beside what was made from them.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

const SKIPPED = new Set(["node_modules", ".next", ".build", ".git", ".ghostdesk", "generated", "test-results"]);

function filesBelow(place) {
  if (!statSync(place, { throwIfNoEntry: false })) return [];
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, { withFileTypes: true })
    .filter((entry) => !SKIPPED.has(entry.name))
    .flatMap((entry) => filesBelow(path.join(place, entry.name)));
}

/** A digest of the content of all these files and folders; line ends do not count. */
export function digest(places) {
  const hash = createHash("sha256");
  for (const file of places.flatMap(filesBelow).sort()) {
    hash.update(file.replaceAll("\\", "/"));
    hash.update(readFileSync(file, "latin1").replaceAll("\r\n", "\n"));
  }
  return hash.digest("hex");
}

/** Runs `make` unless the stamp says that it already ran on the same sources. Returns whether it ran. */
export async function madeFrom(stampFile, places, make) {
  const wanted = `${digest(places)} ${process.version}\n`;
  if (readStamp(stampFile) === wanted) return false;
  await make();
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, wanted);
  return true;
}

function readStamp(file) {
  return statSync(file, { throwIfNoEntry: false }) ? readFileSync(file, "utf8") : "";
}
