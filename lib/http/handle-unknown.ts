import { DeskError } from "@/lib/errors";
import { toErrorAnswer } from "./answer";

/** The answer where no endpoint is: an error of the API with the headers of the API, whoever asks. */
export function handleUnknown(): Response {
  return toErrorAnswer({ id: "unknown" }, new DeskError("not-found", "There is no such address in this interface."));
}
