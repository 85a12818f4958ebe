/** Names of the errors that the SDK, or a server, answers with; the SDK's own are those of its error status (SDK: about_Broker_ErrorHandling). */
export const REFUSALS = {
  /** The machine could not be reached or said no: nothing was done. */
  sessionOperation: "SessionOperationFailed",
  unknown: "UnknownObject",
  database: "DatabaseError",
  invalid: "InvalidOperation",
  argument: "InvalidArgument",
  parameter: "NamedParameterNotFound",
  command: "CommandNotFoundException",
  /** What PowerShell says of a server that it cannot reach. */
  unreachable: "NetworkPathNotFound,PSSessionStateBroken",
} as const;
export type RefusalId = (typeof REFUSALS)[keyof typeof REFUSALS];

/** The site refuses an act for a definite reason; nothing was done. */
export class ActRefusal extends Error {
  readonly errorId: RefusalId;
  /** The SDK's error data, where the cmdlet has any. */
  readonly data: Readonly<Record<string, number>>;

  constructor(errorId: RefusalId, message: string, data: Readonly<Record<string, number>> = {}) {
    super(message);
    this.name = "ActRefusal";
    this.errorId = errorId;
    this.data = data;
  }
}
