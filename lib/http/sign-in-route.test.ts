import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GET as getMe } from "@/app/api/me/route";
import { POST as signIn } from "@/app/api/sign-in/route";
import { POST as signOut } from "@/app/api/sign-out/route";
import { addTestAccount, makeRequest, startTestConsole, type TestConsole } from "./console.fixture";

let running: TestConsole;
beforeEach(async () => {
  running = await startTestConsole();
});
afterEach(() => running.close());

const enter = (body: unknown, headers: Record<string, string | null> = {}) =>
  signIn(makeRequest("POST", "/api/sign-in", { body, headers }));
const me = async (cookie: string, headers: Record<string, string> = {}) =>
  getMe(makeRequest("GET", "/api/me", { headers: { cookie, ...headers } }));
const right = { account: "desk", password: "desk-password" };
const cookieOf = (response: Response) => response.headers.getSetCookie()[0]?.split(";")[0] ?? "";

describe("POST /api/sign-in", () => {
  it("answers 204 and a cookie that scripts cannot read, and that works", async () => {
    const response = await enter(right);
    expect(response.status).toBe(204);
    expect(await response.text()).toBe("");
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^ghostdesk=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=86400$/),
    ]);
    const answer = await me(cookieOf(response));
    expect(await answer.json()).toEqual({ name: "desk", role: "desk", token: false });
  });

  it("on https gives a __Host- cookie and takes no other", async () => {
    await running.close();
    running = await startTestConsole({ GHOSTDESK_ORIGIN: "https://ghostdesk.example" });
    const headers = { origin: "https://ghostdesk.example", host: "ghostdesk.example" };
    const response = await enter(right, headers);
    const [cookie = ""] = response.headers.getSetCookie();
    expect(cookie).toMatch(
      /^__Host-ghostdesk=[A-Za-z0-9_-]{43}; Secure; Path=\/; HttpOnly; SameSite=Lax; Max-Age=86400$/,
    );
    const secret = cookieOf(response).split("=")[1];
    expect((await me(`a=b; __Host-ghostdesk=${secret}; c=d`, headers)).status).toBe(200);
    expect((await me(`ghostdesk=${secret}`, headers)).status).toBe(401);
  });

  it("on http takes no cookie under the name that https has", async () => {
    const secret = cookieOf(await enter(right)).split("=")[1];
    expect((await me(`__Host-ghostdesk=${secret}`)).status).toBe(401);
  });

  it("ends what this browser was signed in as before", async () => {
    const before = cookieOf(await enter(right));
    await enter({ account: "viewer", password: "viewer-password" }, { cookie: before });
    expect((await me(before)).status).toBe(401);
  });

  it("does not take over a cookie that somebody else planted", async () => {
    const planted = `ghostdesk=${"x".repeat(43)}`;
    const response = await enter(right, { cookie: planted });
    expect(cookieOf(response)).not.toBe(planted);
    expect((await me(planted)).status).toBe(401);
  });

  it.each([
    [{ account: "desk", password: "wrong" }, 401],
    [{ account: "nobody", password: "desk-password" }, 401],
    [{ account: "desk" }, 400],
    [{ account: "desk", password: "" }, 400],
    [{ account: { $ne: null }, password: "x" }, 400],
    [{ ...right, role: "admin" }, 400],
  ])("%j is %d and sets no cookie", async (body, status) => {
    const response = await enter(body);
    expect(response.status).toBe(status);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  it("is refused from another site, or from nowhere", async () => {
    expect((await enter(right, { origin: "https://evil.example" })).status).toBe(403);
    expect((await enter(right, { origin: null })).status).toBe(403);
    expect((await enter(right, { "sec-fetch-site": "cross-site" })).status).toBe(403);
  });

  it("says 429 and when to come back after ten failures; other accounts are not concerned", async () => {
    for (let index = 0; index < 10; index++) expect((await enter({ ...right, password: "wrong" })).status).toBe(401);
    const limited = await enter(right);
    expect(limited.status).toBe(429);
    expect(limited.headers.get("retry-after")).toBe("900");
    expect(await limited.json()).toEqual({
      error: { code: "limited", message: "Too many failed sign-ins. Try again in 15 minutes." },
    });
    expect((await enter({ account: "viewer", password: "viewer-password" })).status).toBe(204);
    running.clock.advance(900_000);
    expect((await enter(right)).status).toBe(204);
  });

  it("refuses demo accounts on a real site", async () => {
    await running.close();
    running = await startTestConsole({ GHOSTDESK_MONITOR_DATABASE_URL: "file:/nowhere.db" });
    await addTestAccount(running.runtime, "shown", { role: "admin", isDemo: true });
    expect((await enter({ account: "shown", password: "shown-password" })).status).toBe(401);
    expect((await enter(right)).status).toBe(204);
  });
});

describe("POST /api/sign-out", () => {
  it("ends the sign-in on the server and takes the cookie away", async () => {
    const cookie = cookieOf(await enter(right));
    const response = await signOut(makeRequest("POST", "/api/sign-out", { headers: { cookie } }));
    expect(response.status).toBe(204);
    expect(response.headers.getSetCookie()).toEqual(["ghostdesk=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"]);
    expect((await me(cookie)).status).toBe(401);
    expect((await signOut(makeRequest("POST", "/api/sign-out", { headers: { cookie } }))).status).toBe(401);
  });

  it("takes an empty JSON object for no body, and nothing else", async () => {
    const cookie = await running.cookie("viewer");
    expect((await signOut(makeRequest("POST", "/api/sign-out", { headers: { cookie }, body: { x: 1 } }))).status).toBe(
      400,
    );
    expect((await signOut(makeRequest("POST", "/api/sign-out", { headers: { cookie }, body: {} }))).status).toBe(204);
  });

  it("is refused from another site", async () => {
    const cookie = await running.cookie("viewer");
    const headers = { cookie, origin: "https://evil.example" };
    expect((await signOut(makeRequest("POST", "/api/sign-out", { headers }))).status).toBe(403);
    expect((await me(cookie)).status).toBe(200);
  });

  it("is not for tokens", async () => {
    const authorization = await running.bearer("viewer");
    expect((await signOut(makeRequest("POST", "/api/sign-out", { headers: { authorization } }))).status).toBe(400);
  });
});

it("GET /api/me says that a token is one", async () => {
  const authorization = await running.bearer("engineer");
  const answer = await getMe(makeRequest("GET", "/api/me", { headers: { authorization } }));
  expect(await answer.json()).toEqual({ name: expect.stringMatching(/^script-/), role: "engineer", token: true });
});
