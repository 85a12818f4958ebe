import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { MessagePort } from "node:worker_threads";
import { DeskError, describeError, ERROR_STATUS } from "@/lib/errors";
import { log } from "@/lib/log";
import { LineSilent, PortLine } from "../port-line";
import { toClixml } from "./clixml";
import { type CmdletAnswer, CmdletCall } from "./wire";

export interface StandInServer {
  /** Of this machine alone: http://127.0.0.1:port/ */
  readonly url: string;
  /** The bearer token that every request has to bring; another one for each start. */
  readonly token: string;
  close(): Promise<void>;
}

/** A message of 10,000 characters is 60 kB when every character is escaped. */
const BODY_BYTES_MAX = 256 * 1_024;
const BODY_MS_MAX = 10_000;
const ANSWER_MS_MAX = 30_000;

/**
 * Listens for the stand-in module and asks the practice site behind `port`, which the simulator's thread gave. Refusals of the SDK
 * are answers; a status other than 200 means that the call was not understood or that the site is gone.
 */
export async function startStandIn(port: MessagePort): Promise<StandInServer> {
  const token = randomBytes(32).toString("base64url");
  const line = new PortLine(port, { countsDown: false });
  const server = createServer({ requestTimeout: BODY_MS_MAX }, (request, response) => {
    answer(request, token, line).then(
      (text) => send(response, 200, text),
      (error: unknown) => refuse(response, error),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  return { url: `http://127.0.0.1:${portOf(server)}/`, token, close: () => closeServer(server, port) };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The stand-in has no port");
  return address.port;
}

function closeServer(server: Server, port: MessagePort): Promise<void> {
  port.close();
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function answer(request: IncomingMessage, token: string, line: PortLine): Promise<string> {
  requireToken(request, token);
  if (request.method !== "POST") throw new NotPost();
  const parsed = CmdletCall.safeParse(JSON.parse(await bodyOf(request)));
  if (!parsed.success) throw new DeskError("invalid", "The call has another shape.", { cause: parsed.error });
  return toClixml((await line.send({ call: parsed.data }, ANSWER_MS_MAX)) as CmdletAnswer);
}

class NotPost extends Error {}

/** Digests are compared, so that neither time nor length tells anything of the token. */
function requireToken({ headers }: IncomingMessage, token: string): void {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  if (timingSafeEqual(digest(headers.authorization ?? ""), digest(`Bearer ${token}`))) return;
  throw new DeskError("unauthenticated", "The token is missing or not the right one.");
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > BODY_BYTES_MAX) throw new DeskError("invalid", "The call is too long.");
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

function send(response: ServerResponse, status: number, text: string): void {
  const type = status === 200 ? "application/xml; charset=utf-8" : "text/plain; charset=utf-8";
  response.writeHead(status, { "Content-Type": type, "Cache-Control": "no-store" }).end(text);
}

function refuse(response: ServerResponse, error: unknown): void {
  if (error instanceof NotPost) response.setHeader("Allow", "POST");
  const status = statusOf(error);
  if (status === 500) log.error({ error: describeError(error) }, "the stand-in failed");
  // What is left of a body that nobody reads would be taken for the next request.
  response.setHeader("Connection", "close");
  send(response, status, error instanceof DeskError ? error.message : "The call cannot be answered.");
}

function statusOf(error: unknown): number {
  if (error instanceof NotPost) return 405;
  if (error instanceof SyntaxError) return 400;
  if (error instanceof LineSilent) return 503;
  return error instanceof DeskError ? ERROR_STATUS[error.code] : 500;
}
