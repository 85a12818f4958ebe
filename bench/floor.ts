import { createServer } from "node:http";
import Database from "libsql";

/** What no product could beat on this machine: the driver alone reading the same rows, and a bare server sending the same bytes. */

const LIVE = `FROM "Session" s LEFT JOIN "Connection" c ON c.Id = s.CurrentConnectionId LEFT JOIN "User" u ON u.Id = s.UserId
  LEFT JOIN "Machine" m ON m.Id = s.MachineId WHERE s.EndDate IS NULL AND s.LifecycleState NOT IN (1, 3)`;
const COLUMNS = `s.*, c.ClientName, c.ClientAddress, c.ClientVersion, c.Protocol, u.UserName, u.FullName, m.Name`;

function timed(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

export interface Floor {
  /** Milliseconds for all live sessions, for one sorted window of 60, and for one person's sessions. */
  readonly wholeMs: number;
  readonly windowMs: number;
  readonly callerMs: number;
}

export function measureDriver(file: string, caller: string): Floor {
  const database = new Database(file, { readonly: true });
  const whole = database.prepare(`SELECT ${COLUMNS} ${LIVE}`);
  const window = database.prepare(`SELECT ${COLUMNS} ${LIVE} ORDER BY u.UserName LIMIT 60`);
  const one = database.prepare(`SELECT ${COLUMNS} ${LIVE} AND u.UserName = ?`);
  const floor = {
    wholeMs: timed(() => whole.all()),
    windowMs: timed(() => window.all()),
    callerMs: timed(() => one.all(caller)),
  };
  database.close();
  return floor;
}

/** A server that does nothing but send these bytes; answers its address and what ends it. */
export async function serveBytes(body: Buffer): Promise<{ url: string; close(): void }> {
  const server = createServer((_, response) => {
    response.writeHead(200, { "Content-Type": "application/json", "Content-Length": body.length });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
