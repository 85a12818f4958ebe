/** Errors of the file system as sentences for people. */

export function codeOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : null;
  return typeof code === "string" ? code : "";
}

const OF_FOLDER: Readonly<Record<string, string>> = {
  ENOENT: "there is no such folder",
  ENOTDIR: "it is no folder",
  EACCES: "Ghostdesk may not open it",
  EPERM: "Ghostdesk may not open it",
  ELOOP: "it is a link that leads nowhere",
  ETIMEDOUT: "the controller does not answer",
  EHOSTDOWN: "the controller does not answer",
  EHOSTUNREACH: "the controller does not answer",
  ENETUNREACH: "the controller does not answer",
  ENOTCONN: "the connection to the controller was lost",
};

export function folderProblem(error: unknown): string {
  const code = codeOf(error);
  const why = OF_FOLDER[code] ?? `reading it failed (${code || "for a reason the system does not name"})`;
  return `The cache folder cannot be read: ${why}.`;
}

const OF_FILE: Readonly<Record<string, string>> = {
  ENOENT: "It went away while it was read.",
  ENOTDIR: "It went away while it was read.",
  EACCES: "Ghostdesk may not open it.",
  EPERM: "Ghostdesk may not open it.",
  EBUSY: "Another program holds it open.",
  ELOOP: "It is a link, and links are not followed.",
  EISDIR: "It is no file.",
};

export function fileProblem(error: unknown): string {
  const code = codeOf(error);
  return OF_FILE[code] ?? `Reading it failed (${code || "for a reason the system does not name"}).`;
}
