import { DeskError, describeError } from "@/lib/errors";
import { verifyAudit } from "./audit-verify-command";

/** `npm run audit:verify`: whether the chain of the audit is whole; exit code 1 where it is not, or where that cannot be told. */
try {
  const { whole, lines } = await verifyAudit(process.env);
  for (const line of lines) console.log(line);
  process.exitCode = whole ? 0 : 1;
} catch (error) {
  console.error(error instanceof DeskError ? error.message : describeError(error));
  process.exitCode = 1;
}
