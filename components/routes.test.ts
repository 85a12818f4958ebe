import { describe, expect, it } from "vitest";
import { localPath, routes, signInRoute } from "./routes";

describe("localPath", () => {
  it.each(["/", "/sessions?state=Active&sort=-since", "/users/S-1-5-21-1"])("follows %s", (path) => {
    expect(localPath(path)).toBe(path);
  });

  it.each([
    null,
    undefined,
    "",
    "sessions",
    "//evil.example",
    "/\\evil.example",
    "/a\\b",
    "https://evil.example/",
    "javascript:alert(1)",
    "/\n/evil.example",
    "/api/sign-out",
    "/sign-in?return=%2F",
  ])("does not follow %s", (path) => {
    expect(localPath(path)).toBe("/");
  });

  it("does not stumble over what a browser would read as another host", () => {
    for (const path of ["/%2f/evil", "/..//evil.example", "/@evil.example"]) {
      expect(new URL(localPath(path), "http://desk.local").host).toBe("desk.local");
    }
  });
});

describe("routes", () => {
  it("encodes keys", () => {
    expect(routes.user("A\\b/c")).toBe("/users/A%5Cb%2Fc");
    expect(routes.sessionsWhere({ server: "SRV 1" })).toBe("/sessions?server=SRV+1");
    expect(routes.ghost("a&b")).toBe("/ghosts?ghost=a%26b");
  });

  it("leads back after signing in", () => {
    expect(signInRoute("/")).toBe("/sign-in");
    expect(signInRoute("/servers?q=a")).toBe("/sign-in?return=%2Fservers%3Fq%3Da");
  });
});
