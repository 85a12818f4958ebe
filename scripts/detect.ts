import { runDetect } from "./detect-command";

/** The command line as it is: results on standard output, one line on standard error for each mistake. */
process.exitCode = runDetect(process.argv.slice(2), {
  print: (line) => console.log(line),
  complain: (line) => console.error(line),
  // npm runs its scripts in the project's folder and keeps where it was called from.
  folder: process.env.INIT_CWD ?? process.cwd(),
});
