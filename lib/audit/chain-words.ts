import type { ChainFault, ChainReport } from "./verify-chain";

const numbers = new Intl.NumberFormat("en-GB");

/** What a check of the chain found, for people. */
export function chainSentence(report: ChainReport): string {
  const { broken } = report;
  const parts = broken ? [FAULT[broken.fault](broken.id)] : [wholeWords(report)];
  if (broken && broken.fault !== "cut-off") parts.push("What comes after it proves nothing.");
  if (!broken && report.entries > 0 && !report.anchored) {
    parts.push("Its end is not remembered outside the database, so that entries cut off there would not show.");
  }
  if (report.uncovered > 0) {
    parts.push(`${countOf(report.uncovered, "older entry", "older entries")} from before the chain cannot be checked.`);
  }
  return parts.join(" ");
}

const FAULT: Record<ChainFault, (id: number) => string> = {
  changed: (id) => `Entry ${id} is not what Ghostdesk wrote.`,
  missing: (id) => `Something is missing right before entry ${id}.`,
  reordered: (id) => `Entry ${id} does not stand where it was written.`,
  unsealed: (id) => `Entry ${id} was not written by Ghostdesk.`,
  "cut-off": (id) => `Entry ${id} was the last one and is gone: the end of the audit was cut off.`,
  "another-key": (id) => `Entry ${id} was sealed with another key than the one in use.`,
};

function wholeWords({ entries }: ChainReport): string {
  if (entries === 0) return "Nothing has been written yet.";
  return `${countOf(entries, "entry", "entries")} checked: each is what was written, and none is missing.`;
}

function countOf(count: number, one: string, many: string): string {
  return `${numbers.format(count)} ${count === 1 ? one : many}`;
}
