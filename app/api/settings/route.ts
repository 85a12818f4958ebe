import { changeSettings as changeEndpoint, getSettings } from "@/lib/api/contract/settings";
import { handle } from "@/lib/http/handle";
import { changeSettings } from "@/lib/operations/settings/change-settings";
import { readSettings } from "@/lib/reads/read-settings";

export const GET = handle(getSettings, ({ runtime }) => readSettings(runtime));

export const PATCH = handle(changeEndpoint, async ({ runtime, actor, body }) => {
  const { desk, ghosts, wallClock } = runtime;
  await changeSettings({ desk, ghosts, clock: wallClock, actor }, body);
  return readSettings(runtime);
});
