import type { SdkSource } from "@/lib/site/port";
import { answersOf } from "./acts/acts.fixture";
import type { OpenedSite } from "./practice.fixture";
import type { SdkQuestion } from "./protocol";
import { sourceOver } from "./sdk-port";

/** The practice site's SDK in this thread. */
export function sdkOf(opened: OpenedSite): SdkSource {
  const answers = answersOf(opened);
  return sourceOver(async <T>(question: SdkQuestion) => answers.answer(question) as T);
}

/** Every row of all pages. */
export async function all<T>(pages: AsyncIterable<readonly T[]>): Promise<T[]> {
  const rows: T[] = [];
  for await (const page of pages) rows.push(...page);
  return rows;
}
