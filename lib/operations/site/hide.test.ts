import { describe, expect, it } from "vitest";
import type { Incident } from "@/lib/domain/ghost/incident";
import { readOperations } from "@/lib/reads/read-operations";
import { ActingSite } from "./acting-site.fixture";
import { listRepairs } from "./list-repairs";
import { previewOperation } from "./preview-operation";

const MINUTE = 60_000;

async function withGhost(): Promise<{ site: ActingSite; ghost: Incident }> {
  const site = await ActingSite.open();
  const found = await site.haunt("named-gone-disconnected", "named-gone");
  const ghost = found.find(({ sessionSupport }) => sessionSupport === "MultiSession");
  if (!ghost) throw new Error("No ghost of a shared desktop was found.");
  return { site, ghost };
}
const on = ({ subject }: Incident) => ({ sessions: [subject.key] });
const reading = (site: ActingSite) => ({
  ...{ site: site.live, now: site.siteClock.now(), settings: site.keeper.settings },
  ...{ desk: site.desk, siteId: "practice" },
});
const NONE = { worked: async () => null, triedInVain: async () => new Set<never>() };

describe("a named ghost", () => {
  it("is offered a log-off first, and what comes after it once that did not help", async () => {
    const { site, ghost } = await withGhost();
    const first = await listRepairs(site.scope("desk"), { session: ghost.subject.key }, NONE);
    expect(first.primary).toBe("log-off");
    const id = await site.act({ verb: "log-off", target: on(ghost) }, "desk");
    await site.liveFor(4 * MINUTE);
    expect(await site.operation(id)).toMatchObject({ state: "still-there", message: "The session is still there." });
    const next = await listRepairs(
      site.scope("desk"),
      { session: ghost.subject.key },
      { ...NONE, triedInVain: async () => new Set(["log-off"] as const) },
    );
    expect([next.primary, next.why]).toEqual(["hide", "What was tried before did not help."]);
  });

  it("is hidden, so that its user gets a new session, and stays so past its time while it is a ghost", async () => {
    const { site, ghost } = await withGhost();
    const id = await site.act({ verb: "hide", target: on(ghost), params: { for: "PT10M" } }, "desk");
    await site.liveFor(MINUTE);
    expect(await site.operation(id)).toMatchObject({ state: "verified", locks: 0 });
    expect((await readOperations(reading(site), { limit: 10 })).hidden).toEqual([
      expect.objectContaining({ sessionKey: ghost.subject.key, by: "desk", isOverdue: false }),
    ]);
    await site.liveFor(11 * MINUTE);
    expect(site.sent).toEqual(["hide"]);
    expect((await readOperations(reading(site), { limit: 10 })).hidden[0]?.isOverdue).toBe(true);
  });

  it("is shown again by itself when its time is over and its server lists it", async () => {
    const { site, ghost } = await withGhost();
    const hidden = await site.act({ verb: "hide", target: on(ghost), params: { for: "PT5M" } }, "desk");
    const itself = { id: 3, user: ghost.user, state: "Disconnected" } as const;
    const { windowsSessions } = site.line.sdk;
    site.line.sdk = { ...site.line.sdk, windowsSessions: async (key) => [...(await windowsSessions(key)), itself] };
    await site.restart();
    await site.liveFor(7 * MINUTE);
    expect(site.sent).toEqual(["hide", "unhide"]);
    const [unhide] = await site.desk.operation.findMany({ where: { verb: "unhide" } });
    expect(unhide).toMatchObject({ actor: "Ghostdesk", state: "verified" });
    expect((await readOperations(reading(site), { limit: 10 })).hidden).toEqual([]);
    await site.liveFor(31 * MINUTE);
    expect([site.sent, (await site.operation(hidden)).endsAt]).toEqual([["hide", "unhide"], null]);
  });
});

describe("hiding is refused", () => {
  it("where nobody proved a ghost, and on private desktops", async () => {
    const { site } = await withGhost();
    const sessions = [...(site.live.current()?.sessions.values() ?? [])];
    const working = sessions.find(
      ({ state, sessionSupport }) => state === "Active" && sessionSupport === "MultiSession",
    );
    const groups = site.live.current()?.groups;
    const own = sessions.find((each) => groups?.get(each.deliveryGroupKey ?? "")?.desktopKind === "Private");
    const refusal = (key: string | undefined) =>
      previewOperation(site.scope("desk"), { verb: "hide", target: { sessions: [key ?? ""] } });
    await expect(refusal(working?.key)).rejects.toMatchObject({
      code: "conflict",
      message: /^Only a ghost may be hidden/,
    });
    await expect(refusal(own?.key)).rejects.toMatchObject({ code: "conflict", message: /private desktops can never/ });
  });
});
