import { runAccountCommand } from "./run-account-command";
import { USER_COMMAND } from "./user-command";

/** `npm run user -- add NAME --role ROLE`: people who may sign in. */
await runAccountCommand(USER_COMMAND);
