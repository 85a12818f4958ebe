import { spawn } from "node:child_process";
import { MessageChannel } from "node:worker_threads";
import { readFileSync, existsSync } from "node:fs";
import { it } from "vitest";
import { practiceSite } from "../practice.fixture";
import { SdkAnswers } from "../sdk-answers";
import { startStandIn } from "./start";
it("tries", async () => {
  const opened = practiceSite({ era: "both" });
  const { port1, port2 } = new MessageChannel();
  new SdkAnswers(opened.site).serve(port2);
  const server = await startStandIn(port1);
  const child = spawn("/opt/pwsh/pwsh", ["-NoLogo","-NoProfile","-NonInteractive","-File","/tmp/si/try.ps1"], { env: { ...process.env, NO_COLOR: "1", GHOSTDESK_STAND_IN_URL: server.url, GHOSTDESK_STAND_IN_TOKEN: server.token } });
  let out = "";
  child.stdout.on("data", (d) => (out += d)); child.stderr.on("data", (d) => (out += d));
  await new Promise((r) => child.on("close", r));
  process.stdout.write(out);
  await server.close();
});
