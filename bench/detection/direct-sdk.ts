import { DeskError } from "@/lib/errors";
import type { SdkSource } from "@/lib/site/port";
import type { SdkQuestion } from "@/lib/site/simulator/protocol";
import type { SdkAnswers } from "@/lib/site/simulator/sdk-answers";
import { sourceOver } from "@/lib/site/simulator/sdk-port";

/** The simulation's answers without a thread between. The question decides the type of its answer. */
export function directSdk(answers: SdkAnswers): SdkSource {
  return sourceOver(async <T>(question: SdkQuestion) => answers.answer(question) as T);
}

/** The same SDK where no server may be asked: the account has no rights there, or a firewall is between. */
export function withoutServers(sdk: SdkSource): SdkSource {
  const windowsSessions: SdkSource["windowsSessions"] = () =>
    Promise.reject(new DeskError("unavailable", "Servers cannot be asked here."));
  return { ...sdk, windowsSessions };
}
