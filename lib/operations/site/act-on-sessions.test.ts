import { describe, expect, it } from "vitest";
import type { Session } from "@/lib/domain/site";
import { ActingSite } from "./acting-site.fixture";
import { previewOperation } from "./preview-operation";

const MINUTE = 60_000;

function sessionWhere(site: ActingSite, fits: (session: Session) => boolean): Session {
  for (const session of site.live.current()?.sessions.values() ?? []) if (fits(session)) return session;
  throw new Error("The practice site has no such session.");
}
const isWorking = (session: Session) =>
  session.state === "Active" && session.user !== null && session.sessionSupport === "MultiSession";

describe("acting on a session", () => {
  it("logs somebody off: intended, sent, accepted, and verified once the broker has it no more", async () => {
    const site = await ActingSite.open();
    const { key } = sessionWhere(site, isWorking);
    const id = await site.act({ verb: "log-off", target: { sessions: [key] } }, "desk");
    expect(await site.operation(id)).toMatchObject({ state: "accepted", settledAt: null, locks: 1, actor: "desk" });
    await site.liveFor(2 * MINUTE);
    const after = await site.operation(id);
    expect(after).toMatchObject({ state: "verified", locks: 0 });
    expect(after.message).toMatch(/^Gone after \d+ s\.$/);
    expect(site.live.current()?.sessions.has(key)).toBe(false);
    expect(await site.audited()).toEqual([
      "operation.intended",
      "operation.sent",
      "operation.outcome",
      "operation.settled",
    ]);
  });

  it("shows who loses what before it is done", async () => {
    const site = await ActingSite.open();
    const { key, user } = sessionWhere(site, (session) => isWorking(session) && session.applications.length > 0);
    const shown = await previewOperation(site.scope("desk"), { verb: "log-off", target: { sessions: [key] } });
    expect(shown.touches).toEqual([
      expect.objectContaining({ sessionKey: key, user, isTarget: true, loggingOn: false }),
    ]);
    expect(shown.touches[0]?.loses).toMatch(/^What is not saved in /);
    expect(shown.warnings).toEqual(["1 person is in the middle of work."]);
  });

  it("ends a message where the site took it: nothing shows that it was read", async () => {
    const site = await ActingSite.open();
    const { key } = sessionWhere(site, isWorking);
    const text = "Quotes ' \" $(x) `n \u2028 and 😀";
    const id = await site.act({ verb: "message", target: { sessions: [key] }, params: { text } }, "desk");
    const after = await site.operation(id);
    expect(after).toMatchObject({ state: "accepted", locks: 0 });
    expect(after.settledAt).not.toBeNull();
  });

  it("does not log off somebody who came back to a session that was shown as disconnected", async () => {
    const site = await ActingSite.open();
    const { key } = sessionWhere(site, isWorking);
    const { line } = site;
    await site.act({ verb: "disconnect", target: { sessions: [key] } }, "desk");
    await site.liveFor(MINUTE);
    const read = line.sdk.session;
    line.sdk = {
      ...line.sdk,
      session: async (each) => {
        const now = await read(each);
        return now && { ...now, sessionState: "Active" as const };
      },
    };
    await site.restart();
    site.sent.length = 0;
    const id = await site.act({ verb: "log-off", target: { sessions: [key] } }, "desk");
    expect(await site.operation(id)).toMatchObject({ state: "refused", locks: 0 });
    expect(site.sent).toEqual([]);
  });
});
