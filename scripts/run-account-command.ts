import { DeskError, describeError } from "@/lib/errors";
import { type Command, runCommand } from "./account-command";
import { askPassword } from "./ask-password";

/** The command line as it is: one line on standard error and exit code 1 for each mistake. */
export async function runAccountCommand(command: Command): Promise<void> {
  try {
    await runCommand(command, process.argv.slice(2), {
      environment: process.env,
      print: (line) => console.log(line),
      readPassword: () => askPassword(process.stdin, (text) => process.stderr.write(text)),
    });
  } catch (error) {
    console.error(error instanceof DeskError ? error.message : describeError(error));
    process.exitCode = 1;
  }
}
