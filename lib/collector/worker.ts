import { parentPort, workerData } from "node:worker_threads";
import { SiteClock, wallClock } from "@/lib/clock";
import { connectSite } from "@/lib/site/connect";
import { openBrokerTables, openMonitorTables } from "@/lib/site/tables/database";
import { type ActiveFaults, FAULT, withFaults } from "./faults";
import { Pass } from "./pass";
import type { GhostOrders, ReaderCommand, ReaderMessage, ReaderOptions } from "./protocol";
import { Schedule } from "./schedule";

/** The thread that reads the site. It owns the rows and the connections; the serving thread gets only what changed. */

const READ_MS_MAX = 20_000;
const ALIVE_EVERY_MS = 10_000;

interface Reading {
  readonly siteClock: SiteClock;
  readonly faults: { active: ActiveFaults["active"] };
  readonly schedule: Schedule;
  order(orders: GhostOrders): void;
  hurry(): void;
  /** The part that was sent last was taken. */
  taken(): void;
  close(): Promise<void>;
}

function startReading(options: ReaderOptions, send: (message: ReaderMessage) => void): Reading {
  const faults: Reading["faults"] = { active: new Set() };
  const siteClock = new SiteClock(options.clockOffsetMs);
  const ours = { now: () => siteClock.now() + (faults.active.has("clock-skewed") ? FAULT.skewMs : 0) };
  const monitor = openMonitorTables(options.monitorUrl, { readMsMax: READ_MS_MAX });
  const broker = options.brokerUrl ? openBrokerTables(options.brokerUrl, { readMsMax: READ_MS_MAX }) : null;
  const connection = connectSite({ bridge: options.bridge, port: options.sdkPort });
  const pass = new Pass(
    {
      monitor: options.practice ? withFaults(monitor, faults, siteClock) : monitor,
      broker: options.practice && broker ? withFaults(broker, faults, siteClock) : broker,
      sdk: connection?.sdk ?? null,
    },
    { site: ours, wall: wallClock },
    { reconcileMs: options.reconcileMs, ghosts: options.ghosts, leaseFolders: options.leaseFolders },
  );
  const taken = { resolve: () => {} };
  const schedule = new Schedule(pass, {
    part: (part) =>
      new Promise((resolve) => {
        taken.resolve = resolve;
        send({ type: "part", part });
      }),
    result: (result) => send({ type: "result", result }),
  });
  const close = async () => {
    await schedule.stop();
    pass.stop();
    await Promise.all([monitor.close(), broker?.close(), connection?.close()]);
  };
  const order = (orders: GhostOrders) => pass.order(orders);
  const hurry = () => pass.hurry();
  return { siteClock, faults, schedule, order, hurry, taken: () => taken.resolve(), close };
}

function main(port: NonNullable<typeof parentPort>, options: ReaderOptions): void {
  const send = (message: ReaderMessage) => port.postMessage(message);
  const { siteClock, faults, schedule, order, hurry, taken, close } = startReading(options, send);

  async function obey(command: ReaderCommand): Promise<void> {
    switch (command.type) {
      case "watched":
        return schedule.setWatched(command.watched);
      case "hold":
        return schedule.setHeld(command.held);
      case "clock":
        return siteClock.setOffset(command.offsetMs);
      case "faults":
        faults.active = new Set(command.faults);
        return;
      case "ghosts":
        return order(command.orders);
      case "hurry":
        return hurry();
      case "taken":
        return taken();
      case "pass":
        await schedule.runPass();
        return send({ type: "passed", id: command.id });
      case "stop":
        await close();
        return port.close();
    }
  }

  port.on("message", (command: ReaderCommand) => void obey(command));
  setInterval(() => send({ type: "alive" }), ALIVE_EVERY_MS).unref();
  send({ type: "reset" });
  schedule.start();
}

if (parentPort) main(parentPort, workerData as ReaderOptions);
