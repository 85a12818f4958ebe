import { DeskError } from "@/lib/errors";
import type { SdkMachine, SdkSession, SdkSite, SdkSource } from "@/lib/site/port";
import type { SdkPage, SdkQuestion } from "@/lib/site/simulator/protocol";
import type { SdkAnswers } from "@/lib/site/simulator/sdk-answers";

/** The simulation's answers without a thread between. */

async function* pages<T>(answers: SdkAnswers, ask: "sessions" | "machines"): AsyncIterable<readonly T[]> {
  for (let after: number | null = 0; after !== null; ) {
    const page: SdkPage<T> = answer<SdkPage<T>>(answers, { ask, after });
    yield page.rows;
    after = page.next;
  }
}

/** The question decides the type of its answer. */
function answer<T>(answers: SdkAnswers, question: SdkQuestion): T {
  return answers.answer(question) as T;
}

export function directSdk(answers: SdkAnswers): SdkSource {
  return {
    sessions: () => pages<SdkSession>(answers, "sessions"),
    machines: () => pages<SdkMachine>(answers, "machines"),
    site: async () => answer<SdkSite>(answers, { ask: "site" }),
    windowsSessions: async (machineId) => answer(answers, { ask: "windowsSessions", machineId }),
  };
}

/** The same SDK where no server may be asked: the account has no rights there, or a firewall is between. */
export function withoutServers(sdk: SdkSource): SdkSource {
  const windowsSessions: SdkSource["windowsSessions"] = () =>
    Promise.reject(new DeskError("unavailable", "Servers cannot be asked here."));
  return { ...sdk, windowsSessions };
}
