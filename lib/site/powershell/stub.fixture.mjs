// Stands in for a PowerShell that runs the bridge's script: speaks its protocol, and fails as the scenario says.
// node stub.fixture.mjs <scenario> <folder> [PowerShell's arguments, which are only written down]
import { spawn } from "node:child_process";
import { appendFileSync, readFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";

const [, , scenario, folder, ...rest] = process.argv;
const note = (name, value) => appendFileSync(path.join(folder, name), `${JSON.stringify(value)}\n`);
const countOf = (name) => readFileSync(path.join(folder, name), "utf8").trimEnd().split("\n").length;

note("pids", process.pid);
note("starts", { pid: process.pid, arguments: rest, environment: process.env });
const number = countOf("starts");

const HELLO = { edition: "Core", version: "7.6.5", sdk: "stand-in", languageMode: "FullLanguage" };
const RESULTS = {
  site: {
    name: "Sîte",
    version: "7.15",
    connectionLeasingEnabled: true,
    localHostCacheEnabled: false,
    reuseMachinesWithoutShutdownInOutage: null,
    controllers: [],
  },
  sessions: { rows: [], next: null },
  session: null,
  power: { powerActionUid: 17 },
};

const json64 = (value) => Buffer.from(JSON.stringify(value), "utf8").toString("base64");
const frame = (mark, value) => `\n${mark}:${json64(value)}:${mark}\n`;
const good = ({ id, op }) => ({ id, ok: true, result: op in RESULTS ? RESULTS[op] : { powerActionUid: null } });
const bad = ({ id }, definite) => ({
  id,
  ok: false,
  error: { id: "SessionOperationFailed", message: "The session\r\n is not there.", definite },
});
const say = (text, then) => process.stdout.write(text, then);
const complain = (text) => process.stderr.write(text);
const answer = (request) => say(frame(request.mark, good(request)));

const CLIXML = `#< CLIXML\r\n<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04"><Obj S="progress" RefId="0"><MS><PR N="Record"><AV>Preparing modules</AV></PR></MS></Obj><S S="Error">No such snap-in &lt;Citrix&gt;_x000D__x000A_</S></Objs>`;

/** A child that holds this process's pipes open; with `away` it leaves the process group too. */
function grandchild(away) {
  const options = { stdio: ["ignore", "inherit", "inherit"], detached: away };
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], options);
  note("pids", child.pid);
  child.unref();
}

/** Does not end at the end of its input. */
function stay() {
  setInterval(() => undefined, 1_000);
}

function flood(stream, text) {
  const more = () => stream.write(text, more);
  more();
}

/** What each scenario does with a request; hello is answered as ever unless the scenario's name begins with "hello". */
const SCENARIOS = {
  fine: answer,
  hang: stay,
  "hang-once": (request) => (number === 1 ? stay() : answer(request)),
  "flood-output": () => flood(process.stdout, "x".repeat(65_536)),
  "flood-errors": () => flood(process.stderr, "x".repeat(4_096)),
  "long-reply": ({ id, mark }) => say(frame(mark, { id, ok: true, result: "x".repeat(5 * 1_024 * 1_024) })),
  "half-a-line": ({ mark }) => {
    say(`\n${mark}:eyJpZCI6`);
    process.stdin.destroy();
  },
  bom: (request) => {
    complain("\ufeff");
    say(
      `\ufeff\n${request.mark}:${Buffer.from(`\ufeff${JSON.stringify(good(request))}`).toString("base64")}:${request.mark}\n`,
    );
  },
  clixml: (request) => {
    complain(`plain line\n${CLIXML}`);
    answer(request);
  },
  "clixml-and-end": () => {
    complain(CLIXML);
    process.exit(1);
  },
  garbage: (request) => {
    say(`WARNING: \u001b[33mMore records are available\u001b[0m\r\nno end of line`);
    answer(request);
    say("VERBOSE: done\n");
  },
  "two-frames": (request) => say(frame(request.mark, good(request)) + frame(request.mark, bad(request, true))),
  "another-id": ({ mark }) => say(frame(mark, good({ id: "00000000-0000-4000-8000-000000000000", op: "site" }))),
  "another-mark": (request) => {
    say(frame("0".repeat(32), good(request)));
    process.exit(0);
  },
  "no-base64": ({ mark }) => say(`\n${mark}:{"ok":true}:${mark}\n`),
  "no-json": ({ mark }) => say(`\n${mark}:${Buffer.from("[1,").toString("base64")}:${mark}\n`),
  "wrong-shape": ({ id, mark }) => say(frame(mark, { id, ok: true, result: ["stray", { powerActionUid: null }] })),
  definite: (request) => say(frame(request.mark, bad(request, true))),
  doubtful: (request) => say(frame(request.mark, bad(request, false))),
  "not-found": ({ id, mark }) =>
    say(frame(mark, { id, ok: false, error: { id: "MachineNotFound", message: "No such machine.", definite: true } })),
  "exit-0": () => process.exit(0),
  "exit-1": () => process.exit(1),
  "exit-70": () => process.exit(70),
  "answer-and-exit-1": (request) => say(frame(request.mark, good(request)), () => process.exit(1)),
  "ignore-end": (request) => {
    answer(request);
    stay();
  },
  grandchild: (request) => {
    grandchild(false);
    answer(request);
  },
  "grandchild-away": (request) => {
    grandchild(true);
    answer(request);
  },
  "grandchild-and-die": () => {
    grandchild(true);
    process.exit(3);
  },
  "grandchild-and-hang": () => {
    grandchild(false);
    grandchild(true);
    stay();
  },
  "hello-hang": () => undefined,
  "hello-exit": () => process.exit(2),
  "hello-refused": ({ id, mark }) =>
    say(frame(mark, { id, ok: false, error: { id: "SnapInMissing", message: "No Citrix snap-in.", definite: true } })),
  "hello-garbled": ({ id, mark }) => say(frame(mark, { id, ok: true, result: { edition: "Other" } })),
  "die-after-hello": answer,
  deaf: stay,
};

let isDeaf = false;

function hear(line) {
  if (isDeaf) return;
  const request = JSON.parse(line);
  note("requests", { pid: process.pid, ...request });
  if (request.op !== "hello" || scenario.startsWith("hello")) return SCENARIOS[scenario](request);
  const dies = scenario === "die-after-hello";
  isDeaf = dies || scenario === "deaf";
  if (scenario === "deaf") setInterval(() => process.stdin.destroy(), 100);
  process.stdout.write(frame(request.mark, { id: request.id, ok: true, result: HELLO }), () => dies && process.exit(5));
}

const lines = createInterface({ input: process.stdin });
lines.on("line", hear);
