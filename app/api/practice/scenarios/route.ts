import { listScenarios } from "@/lib/api/contract/practice";
import { handle } from "@/lib/http/handle";
import { readScenarios } from "@/lib/reads/read-scenarios";

export const GET = handle(listScenarios, ({ runtime }) => readScenarios(runtime));
