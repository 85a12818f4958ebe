import type { CmdletError } from "./wire";

/** First part of the broker SDK's error ids (about_Broker_ErrorHandling; seen in records that Studio prints). */
export const BROKER_ERROR = "Citrix.XDPowerShell.Broker";

/** A cmdlet that says no: becomes an ErrorRecord in PowerShell. */
export class CmdletFault extends Error {
  readonly error: CmdletError;

  constructor(id: string, message: string, rest: Partial<Omit<CmdletError, "id" | "message">> = {}) {
    super(message);
    this.name = "CmdletFault";
    const usual = { category: "InvalidOperation", terminating: true, data: {}, total: null };
    this.error = { id, message, ...usual, ...rest };
  }
}

/** "Get-BrokerCatalog generates a non-terminating error if a catalog with the specified name doesn't exist." */
export function noSuchObject(): CmdletError {
  const message = "No items match the supplied pattern";
  return {
    id: `${BROKER_ERROR}.UnknownObject`,
    message,
    category: "ObjectNotFound",
    terminating: false,
    data: {},
    total: null,
  };
}

/** Something that a real SDK can do and this one cannot: said, never guessed. */
export function notSupported(what: string): CmdletFault {
  return new CmdletFault("Ghostdesk.StandIn.NotSupported", `The stand-in cannot do this: ${what}`, {
    category: "NotImplemented",
  });
}
