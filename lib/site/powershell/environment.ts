import path from "node:path";
import { inheritedEnvironment } from "@/lib/env";

/** The stand-in for Citrix's modules: where the practice site answers it, and the word that lets it in. */
export interface StandIn {
  readonly url: string;
  readonly token: string;
}

/** Relative to the folder that Ghostdesk is started in, as all its files are. */
const FOLDER = path.join("lib", "site", "powershell");
const SCRIPT_FILE = path.join(FOLDER, "scripts", "bridge.ps1");
const STAND_IN_FILE = path.join(FOLDER, "stand-in", "Ghostdesk.StandIn.psm1");

/** The arguments of every process; nothing of a request ever stands here. */
export function scriptArguments(): readonly string[] {
  const script = path.resolve(SCRIPT_FILE);
  return ["-NoLogo", "-NoProfile", "-NonInteractive", "-ExecutionPolicy", "RemoteSigned", "-File", script];
}

/** What PowerShell, .NET, a container's or a jump host's client need to start; everything else stays here. */
const INHERITED = [
  ...["PATH", "PATHEXT", "SystemRoot", "SystemDrive", "windir", "ComSpec", "OS", "PROCESSOR_ARCHITECTURE"],
  ...["NUMBER_OF_PROCESSORS", "TEMP", "TMP", "TMPDIR", "HOME", "HOMEDRIVE", "HOMEPATH", "USERPROFILE", "APPDATA"],
  ...["LOCALAPPDATA", "ProgramData", "ALLUSERSPROFILE", "ProgramFiles", "ProgramFiles(x86)", "ProgramW6432"],
  ...["CommonProgramFiles", "CommonProgramFiles(x86)", "CommonProgramW6432", "PSModulePath", "USER", "USERNAME"],
  ...["LOGNAME", "USERDOMAIN", "USERDNSDOMAIN", "COMPUTERNAME", "LANG", "LC_ALL", "DOTNET_ROOT"],
  "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT",
  // The scripts' own: the name of a restricted endpoint on the servers.
  "GHOSTDESK_ENDPOINT",
] as const;

/** Of this process's children and theirs, so that those that left the family are found when it ends. */
export const MARK_NAME = "GHOSTDESK_BRIDGE";

/** The whole environment of one process. `mark` is unique to it. */
export function childEnvironment(mark: string, standIn: StandIn | null): NodeJS.ProcessEnv {
  const ours = { NO_COLOR: "1", POWERSHELL_TELEMETRY_OPTOUT: "1", [MARK_NAME]: mark };
  const inherited = inheritedEnvironment(INHERITED);
  const stands = standIn && {
    GHOSTDESK_STAND_IN: path.resolve(STAND_IN_FILE),
    GHOSTDESK_STAND_IN_URL: standIn.url,
    GHOSTDESK_STAND_IN_TOKEN: standIn.token,
  };
  // The web framework's types want NODE_ENV in every environment; PowerShell has no use for it.
  return { ...inherited, ...ours, ...stands } as Record<string, string> as NodeJS.ProcessEnv;
}
