import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openAuditedDesk } from "@/lib/audit/open";
import { authenticate } from "@/lib/auth/authenticate";
import { FailedSignIns } from "@/lib/auth/failed-sign-ins";
import { signIn } from "@/lib/auth/sign-in";
import { wallClock } from "@/lib/clock";
import { readEnvironment } from "@/lib/env";
import { type Command, runCommand } from "./account-command";
import { askPassword } from "./ask-password";
import { TOKEN_COMMAND } from "./token-command";
import { USER_COMMAND } from "./user-command";

const CHEAP = { logN: 4, blockSize: 8, parallel: 1 };
let folder: string;
let environment: Record<string, string>;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "ghostdesk-command-"));
  environment = { GHOSTDESK_DATA: folder };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(command: Command, line: string, password = "correct horse battery"): Promise<string[]> {
  const printed: string[] = [];
  const print = (text: string) => void printed.push(text);
  await runCommand(command, line.split(" ").filter(Boolean), {
    ...{ environment, print, readPassword: async () => password, passwordCost: CHEAP },
  });
  return printed;
}
const user = (line: string, password?: string) => run(USER_COMMAND, line, password);
const token = (line: string) => run(TOKEN_COMMAND, line);

async function inConsole<T>(work: (scope: Parameters<typeof signIn>[0]) => Promise<T>): Promise<T> {
  const env = readEnvironment(environment);
  const { desk, close } = await openAuditedDesk(env.deskUrl, env.auditKeyFile);
  try {
    const site = { siteId: env.siteId, practice: env.site === null };
    return await work({ desk, clock: wallClock, ...site, passwordCost: CHEAP });
  } finally {
    await close();
  }
}
const enter = (account: string, password: string) =>
  inConsole((scope) =>
    signIn(scope, new FailedSignIns(wallClock), { account, password, address: "x", userAgent: null }),
  );

describe("npm run user", () => {
  it("makes the first account where nothing is there yet, and it can sign in", async () => {
    expect(await user("list")).toEqual([expect.stringContaining("no account yet")]);
    expect(await user("add Anna --role admin")).toEqual(["Anna may sign in as admin."]);
    expect(await enter("anna", "correct horse battery")).toBeTruthy();
  });

  it("lists, changes the role, disables, enables and sets a password", async () => {
    await user("add Anna --role admin");
    await user("add Berta --role desk");
    expect(await user("role BERTA --role engineer")).toEqual(["Berta has the role engineer."]);
    expect(await user("disable berta")).toEqual(["Berta is disabled and signed out everywhere."]);
    expect(await user("list")).toEqual([
      "Name   Role      State     Last sign-in  Signed in now",
      "Anna   admin     enabled   never         0",
      "Berta  engineer  disabled  never         0",
    ]);
    await expect(enter("berta", "correct horse battery")).rejects.toMatchObject({ code: "unauthenticated" });
    await user("enable Berta");
    await user("password Berta", "another horse battery");
    expect(await enter("berta", "another horse battery")).toBeTruthy();
  });

  it("keeps a real site's people apart from the practice site's", async () => {
    await user("add Anna --role admin");
    environment.GHOSTDESK_MONITOR_DATABASE_URL = "file:/copy/of/a/site.db";
    expect(await user("list")).toEqual([expect.stringContaining("no account yet")]);
  });

  it.each([
    ["", "Usage: npm run user -- add NAME --role ROLE | list | role NAME --role ROLE | password NAME"],
    ["remove Anna", "remove is unknown. Usage:"],
    ["constructor Anna", "constructor is unknown. Usage:"],
    ["add --role desk", "A name is missing. Usage:"],
    ["add Anna", "A role is missing: --role with one of viewer, desk, engineer, admin."],
    ["add Anna --role owner", "There is no role owner. Roles are viewer, desk, engineer, admin."],
    ["add Anna Berta --role desk", "Berta is one word too many. Usage:"],
    ["list Anna", "Anna is one word too many. Usage:"],
    ["disable Anna --role desk", "disable takes no --role."],
    ["disable Nobody", "There is no account named Nobody."],
    ["add Anna --rolle desk", "Unknown option '--rolle'. Usage:"],
    ["add Anna --role", "Option '--role <value>' argument missing. Usage:"],
    ["add a/b --role desk", "A name has letters, digits and . _ @ - only."],
  ])("%j gets one clear line", async (line, message) => {
    const refusal = user(line);
    await expect(refusal).rejects.toThrow(message);
    await expect(refusal).rejects.toMatchObject({ name: "DeskError", message: expect.not.stringContaining("\n") });
  });

  it("refuses a short password and the last administrator's end", async () => {
    await expect(user("add Anna --role admin", "short")).rejects.toThrow("A password has at least 12 characters.");
    await user("add Anna --role admin");
    await expect(user("disable Anna")).rejects.toThrow("Anna is the last administrator.");
    await expect(user("add anna --role desk")).rejects.toThrow("There is an account named Anna already.");
  });
});

describe("npm run token", () => {
  it("prints the token alone, which works until it is revoked", async () => {
    const printed = await token("add backup --role viewer");
    expect(printed).toEqual([expect.stringMatching(/^gd_[A-Za-z0-9_-]{43}$/)]);
    const whoIs = () => inConsole((scope) => authenticate(scope, { bearer: printed[0] ?? "", cookie: null }));
    expect(await whoIs()).toMatchObject({ name: "backup", role: "viewer" });
    expect(await token("list")).toEqual([
      expect.stringMatching(/^Name +Role +State +Last used +Made +By$/),
      expect.stringMatching(/^backup +viewer +in use +\S+Z +\S+Z +command-line$/),
    ]);
    expect(await token("revoke BACKUP")).toEqual(["backup is revoked."]);
    expect(await whoIs()).toBeNull();
  });

  it("says what is wrong", async () => {
    await expect(token("add backup")).rejects.toThrow("A role is missing");
    await expect(token("revoke nothing")).rejects.toThrow("There is no token named nothing.");
    await token("add backup --role viewer");
    await expect(token("add backup --role desk")).rejects.toThrow("There is a token named backup already.");
  });
});

describe("askPassword", () => {
  const piped = (text: string | Buffer) => {
    const input = new PassThrough();
    input.end(text);
    return askPassword(input as unknown as NodeJS.ReadStream, () => {});
  };

  it.each([
    ["correct horse\n", "correct horse"],
    ["correct horse\r\n", "correct horse"],
    ["\uFEFFcorrect horse", "correct horse"],
    [" spaces count \nsecond line", " spaces count "],
  ])("takes the first line of %j", async (text, password) => {
    expect(await piped(text)).toBe(password);
  });

  it("takes letters that arrive in two pieces", async () => {
    const bytes = Buffer.from("pässword");
    const input = new PassThrough();
    input.write(bytes.subarray(0, 2));
    input.end(bytes.subarray(2));
    expect(await askPassword(input as unknown as NodeJS.ReadStream, () => {})).toBe("pässword");
  });

  it("does not wait for the pipe to close", async () => {
    const input = new PassThrough();
    input.write("correct horse\n");
    expect(await askPassword(input as unknown as NodeJS.ReadStream, () => {})).toBe("correct horse");
  });

  it("refuses nothing", async () => {
    await expect(piped("")).rejects.toThrow("No password was given");
    await expect(piped("\nlate")).rejects.toThrow("No password was given");
  });

  /** A terminal: hands out what is typed, never echoes by itself. */
  function typed(...entries: string[]) {
    const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: (on: boolean) => void modes.push(on) });
    const modes: boolean[] = [];
    const said: string[] = [];
    const answer = askPassword(input as unknown as NodeJS.ReadStream, (text) => {
      said.push(text);
      if (text.endsWith(": ")) queueMicrotask(() => input.write(entries.shift() ?? ""));
    });
    return { answer, said, modes };
  }

  it("asks twice at a terminal, shows nothing, and takes back what is erased", async () => {
    const { answer, said, modes } = typed("abcx\u007fd\r", "abcd\r");
    expect(await answer).toBe("abcd");
    expect(said).toEqual(["Password: ", "\n", "Once more: ", "\n"]);
    expect(modes).toEqual([true, false, true, false]);
  });

  it("refuses two that differ, and stops at Ctrl+C", async () => {
    await expect(typed("one\r", "two\r").answer).rejects.toThrow("The two passwords differ.");
    const cancelled = typed("on\u0003");
    await expect(cancelled.answer).rejects.toThrow("Nothing was changed.");
    expect(cancelled.modes).toEqual([true, false]);
  });
});
