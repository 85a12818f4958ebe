import { runAccountCommand } from "./run-account-command";
import { TOKEN_COMMAND } from "./token-command";

/** `npm run token -- add NAME --role ROLE`: tokens for scripts. */
await runAccountCommand(TOKEN_COMMAND);
