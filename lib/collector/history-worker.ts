import { parentPort, workerData } from "node:worker_threads";
import { DeskError, describeError } from "@/lib/errors";
import { openMonitorTables, type TablesDatabase } from "@/lib/site/tables/database";
import { answerWhatIf, type HistoryCommand, type HistoryMessage, type HistoryOptions } from "./history";

/** The thread that asks the site's history: a connection of its own, so that a long answer holds up neither people nor the reader. */

const READ_MS_MAX = 30_000;

async function obey(database: TablesDatabase, { id, question }: HistoryCommand): Promise<HistoryMessage> {
  try {
    return { id, answered: await answerWhatIf(database, question) };
  } catch (error) {
    const told = error instanceof DeskError ? error : null;
    const message = told?.message ?? "The site's history could not be replayed.";
    const field = told?.field === undefined ? {} : { field: told.field };
    return { id, failed: { code: told?.code ?? "internal", message, ...field, cause: describeError(error) } };
  }
}

function main(port: NonNullable<typeof parentPort>, { monitorUrl }: HistoryOptions): void {
  const database = openMonitorTables(monitorUrl, { readMsMax: READ_MS_MAX });
  port.on("message", async (command: HistoryCommand) => port.postMessage(await obey(database, command)));
}

if (parentPort) main(parentPort, workerData as HistoryOptions);
