import { describe, expect, it } from "vitest";
import { parseSqlServerUrl } from "./sqlserver-url";

const BASE = "sqlserver://db.corp.example:1434;database=Ghostdesk;user=svc;password=p";

describe("parseSqlServerUrl", () => {
  it("reads an address with everything safe by default", () => {
    expect(parseSqlServerUrl(BASE)).toEqual({
      server: "db.corp.example",
      port: 1434,
      database: "Ghostdesk",
      user: "svc",
      password: "p",
      connectionTimeout: 15_000,
      requestTimeout: 15_000,
      pool: { min: 0, max: 4, acquireTimeoutMillis: 15_000 },
      options: { encrypt: true, trustServerCertificate: false, useUTC: true, appName: "Ghostdesk" },
    });
  });

  it("takes options in any case, spaces in keys, and times in seconds", () => {
    const config = parseSqlServerUrl(
      "sqlserver://db;Initial Catalog=D;User Id=u;pwd=p;ENCRYPT=False;TrustServerCertificate=true;MultiSubnetFailover=true;ApplicationIntent=ReadOnly;Application Name=Desk;loginTimeout=5;requestTimeout=30;connectionLimit=2;poolTimeout=7;",
    );
    expect(config).toMatchObject({
      database: "D",
      connectionTimeout: 5000,
      requestTimeout: 30_000,
      pool: { max: 2, acquireTimeoutMillis: 7000 },
      options: {
        encrypt: false,
        trustServerCertificate: true,
        multiSubnetFailover: true,
        readOnlyIntent: true,
        appName: "Desk",
      },
    });
    expect(config.port).toBeUndefined();
  });

  it.each([
    ["{a;b=c}", "a;b=c"],
    ["{a}}b}", "a}b"],
    ["a=b", "a=b"],
    ["{}", ""],
    [" spaced ", "spaced"],
    ["{ spaced }", " spaced "],
    ["p{q}", "p{q}"],
  ])("reads the password %s", (written, password) => {
    expect(parseSqlServerUrl(`sqlserver://h;database=d;user=u;password=${written};encrypt=true`)).toMatchObject({
      password,
    });
  });

  it("knows instances, IPv6 and NTLM", () => {
    expect(parseSqlServerUrl("sqlserver://h\\SQLEXPRESS;database=d;user=u;password=p")).toMatchObject({
      server: "h",
      options: { instanceName: "SQLEXPRESS" },
    });
    expect(parseSqlServerUrl("sqlserver://[fe80::1]:1433;database=d;user=u;password=p")).toMatchObject({
      server: "fe80::1",
      port: 1433,
    });
    const ntlm = parseSqlServerUrl("sqlserver://h;database=d;user=u;password=p;domain=CORP");
    expect(ntlm.authentication).toEqual({ type: "ntlm", options: { userName: "u", password: "p", domain: "CORP" } });
    expect(ntlm).not.toHaveProperty("user");
  });

  it.each([
    ["file:x", "must start with sqlserver://"],
    ["sqlserver://", "the host is written"],
    ["sqlserver://h:99999;database=d;user=u;password=p", "between 1 and 65535"],
    ["sqlserver://h\\i:1433;database=d;user=u;password=p", "an instance or a port"],
    ["sqlserver://h;user=u;password=p", "database is missing"],
    ["sqlserver://h;database=d", "user and password are needed"],
    [`${BASE};databse=x`, "databse is not a known key"],
    [`${BASE};constructor=x`, "constructor is not a known key"],
    [`${BASE};failoverPartner=x`, "failoverPartner is not a known key"],
    [`${BASE};integratedSecurity=true`, "no Windows sign-in"],
    [`${BASE};uid=other`, "uid is given twice"],
    [`${BASE};encrypt=yes`, "encrypt must be one of true, false"],
    [`${BASE};connectTimeout=0`, "connectTimeout must be a number from 1 to 600"],
    [`${BASE};connectTimeout=5s`, "connectTimeout must be a number"],
    [`${BASE};authentication=ActiveDirectoryIntegrated`, "authentication must be one of sql, ntlm"],
    [`${BASE};authentication=ntlm`, "needs domain"],
    [`${BASE};justtext`, "key=value"],
    ["sqlserver://h;database=d;user=u;password={open", "not closed"],
    ["sqlserver://h;database=d;user=u;password={a}b", "not closed or has text after it"],
  ])("refuses %s", (url, message) => {
    expect(() => parseSqlServerUrl(url)).toThrow(message);
  });

  it("never repeats a password in what it says", () => {
    const attempt = () => parseSqlServerUrl("sqlserver://h;database=d;user=u;password=hunter2;encrypt=hunter3");
    expect(attempt).toThrow(expect.not.objectContaining({ message: expect.stringContaining("hunter") }));
  });
});
