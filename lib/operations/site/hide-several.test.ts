import { describe, expect, it } from "vitest";
import type { PreviewBody } from "@/lib/api/contract/operations";
import type { Incident } from "@/lib/domain/ghost/incident";
import { readOperations } from "@/lib/reads/read-operations";
import { ActingSite } from "./acting-site.fixture";

const MINUTE = 60_000;

async function withGhosts() {
  const site = await ActingSite.open();
  const found = await site.haunt("named-gone-disconnected", "named-gone");
  const ghosts = found.filter(({ sessionSupport }) => sessionSupport === "MultiSession");
  const [one, two] = ghosts;
  if (!one || !two) throw new Error("Two ghosts of shared desktops are needed.");
  return { site, one, two };
}
const hide = (...ghosts: Incident[]): PreviewBody => ({
  ...{ verb: "hide", params: { for: "PT5M" } },
  target: { sessions: ghosts.map(({ subject }) => subject.key) },
});

async function hiddenNow(site: ActingSite): Promise<string[]> {
  const reading = { site: site.live, now: site.siteClock.now(), settings: site.keeper.settings };
  const { hidden } = await readOperations({ ...reading, desk: site.desk, siteId: "practice" }, { limit: 10 });
  return hidden.map(({ sessionKey }) => sessionKey);
}
/** As if the server had this ghost's Windows session after all. */
function listOnServer(site: ActingSite, { user, machineKey }: Incident): void {
  const { windowsSessions } = site.line.sdk;
  const itself = { id: 3, user, state: "Disconnected" } as const;
  const listed = async (key: string) => [...(await windowsSessions(key)), ...(key === machineKey ? [itself] : [])];
  site.line.sdk = { ...site.line.sdk, windowsSessions: listed };
}

describe("several hidden at once", () => {
  it("end and remind each for itself, where the site refused one of them", async () => {
    const { site, one, two } = await withGhosts();
    const { act } = site.line.actor;
    site.line.actor = {
      act: async (command, context) =>
        "sessionKey" in command && command.sessionKey === two.subject.key
          ? { kind: "failed", errorId: "AccessDenied", message: "You may not." }
          : act(command, context),
    };
    listOnServer(site, one);
    await site.restart();
    const id = await site.act(hide(one, two), "engineer");
    await site.liveFor(MINUTE);
    expect((await site.operation(id)).state).toBe("failed");
    expect(await hiddenNow(site)).toEqual([one.subject.key]);
    await site.liveFor(7 * MINUTE);
    expect(site.sent).toEqual(["hide", "unhide"]);
    expect(await hiddenNow(site)).toEqual([]);
  });

  it("go on being looked after when one of them is shown again", async () => {
    const { site, one, two } = await withGhosts();
    await site.act(hide(one, two), "engineer");
    await site.liveFor(MINUTE);
    await site.act({ verb: "unhide", target: { sessions: [one.subject.key] } });
    await site.liveFor(6 * MINUTE);
    expect(await hiddenNow(site)).toEqual([two.subject.key]);
    listOnServer(site, two);
    await site.restart();
    await site.liveFor(2 * MINUTE);
    expect(site.sent).toEqual(["hide", "hide", "unhide", "unhide"]);
  });

  it("are tried again later where the program ended before one was shown again", async () => {
    const { site, one } = await withGhosts();
    const id = await site.act(hide(one), "desk");
    listOnServer(site, one);
    const { act } = site.line.actor;
    site.line.actor = { act: () => new Promise(() => undefined) };
    await site.restart();
    await site.liveFor(6 * MINUTE);
    expect(await site.desk.operation.count({ where: { verb: "unhide" } })).toBe(1);
    site.line.actor = { act };
    await site.restart();
    await site.liveFor(70 * MINUTE);
    expect(site.sent).toEqual(["hide", "unhide"]);
    expect([await hiddenNow(site), (await site.operation(id)).endsAt]).toEqual([[], null]);
  });
});
