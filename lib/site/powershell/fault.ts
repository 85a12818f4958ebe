/**
 * - `not-started`: the process could not be started or did not greet · `timeout`: no answer in time · `lost`: it ended without one
 * - `flood`: it wrote more than it may · `broken`: its answer cannot be read · `busy`: too many wait already · `closed`: Ghostdesk is ending
 */
export type FaultKind = "not-started" | "timeout" | "lost" | "flood" | "broken" | "busy" | "closed";

/** What went wrong with a process; `message` is one sentence for people. `sent` decides whether something may have been done. */
export class BridgeFault extends Error {
  readonly kind: FaultKind;
  /** True once the request line was given to the process, whatever became of it. */
  readonly sent: boolean;

  constructor(kind: FaultKind, message: string, sent: boolean, cause?: unknown) {
    super(message, { cause });
    this.name = "BridgeFault";
    this.kind = kind;
    this.sent = sent;
  }
}

/** What the script itself ends with (scripts/bridge.ps1). */
const OWN_CODES: Readonly<Record<number, string>> = {
  65: "it could not read the request",
  70: "it passed its own deadline",
  71: "its language mode is restricted, so the scripts have to be allowed or signed",
  72: "its own script broke off",
};

/** What Windows ends a process with before its first line runs. */
const WINDOWS_CODES: Readonly<Record<number, string>> = {
  3221225477: "it crashed",
  3221225786: "it was interrupted",
  3221225794: "Windows could not start it in this session",
  3221226505: "it crashed",
};

/** "exit code 0xC0000142: Windows could not start it in this session"; codes above a byte as Windows writes them. */
export function describeExit(code: number | null, signal: string | null): string {
  if (signal !== null) return `ended by ${signal}`;
  if (code === null) return "its end was not seen";
  // Windows gives the code as a signed number in some places and as an unsigned one in others.
  const unsigned = code < 0 ? code + 2 ** 32 : code;
  const shown = unsigned > 255 ? `0x${unsigned.toString(16).toUpperCase().padStart(8, "0")}` : `${unsigned}`;
  const meaning = OWN_CODES[unsigned] ?? WINDOWS_CODES[unsigned];
  return meaning ? `exit code ${shown}: ${meaning}` : `exit code ${shown}`;
}

/** "30 s", "1.5 s": how long somebody waited. */
export function seconds(ms: number): string {
  return `${Math.round(ms / 100) / 10} s`;
}

export function bridgeClosed(): BridgeFault {
  return new BridgeFault("closed", "Ghostdesk is ending.", false);
}
