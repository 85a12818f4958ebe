import type { BrokerSession, DetectorView, Hit, PublicDetector } from "../detector-view";

/** `DOMAIN\user` split as the script does; quser knows no domains, and compares without regard to case. */
const bare = (account: string | null) => account?.split("\\")[1]?.toLowerCase() ?? "";

/** UserName, which "occasionally" is empty, else UntrustedUserName; with neither the script only warns. */
async function isGhost(
  view: DetectorView,
  { MachineId, UserName, UntrustedUserName }: BrokerSession,
): Promise<boolean> {
  const user = bare(UserName) || bare(UntrustedUserName);
  if (user === "" || MachineId === null) return false;
  const listed = await view.quser(MachineId);
  return listed !== null && !listed.some((windows) => bare(windows.user) === user);
}

/** Guy Leech's Ghost Hunter: disconnected sessions whose user quser does not list on their server. */
export const leech: PublicDetector = {
  name: "Leech",
  rule: "Disconnected, user not in quser on the server",
  source: "https://github.com/guyrleech/Citrix/blob/master/Ghost%20Hunter.ps1",
  finds: "sessions",
  find: async (view) => {
    const hits: Hit[] = [];
    for (const session of await view.sessions()) {
      if (session.SessionState !== "Disconnected" || !(await isGhost(view, session))) continue;
      hits.push({ sessionKey: session.SessionKey, machineId: session.MachineId });
    }
    return hits;
  },
};
