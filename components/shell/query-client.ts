import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiError } from "@/lib/api/api-error";
import { signInRoute } from "../routes";

const RETRIES_MAX = 2;

/**
 * Reads are tried again only where that can help: no answer, or a server that says when. What is wrong with the question stays
 * wrong. An ended sign-in leads to the sign-in page from wherever it is noticed.
 */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: leaveIfSignedOut }),
    mutationCache: new MutationCache({ onError: leaveIfSignedOut }),
    defaultOptions: {
      queries: { retry: shouldRetry, retryDelay, staleTime: 5_000, refetchOnWindowFocus: false },
      mutations: { retry: false },
    },
  });
}

function leaveIfSignedOut(error: Error): void {
  if (!(error instanceof ApiError) || error.code !== "unauthenticated") return;
  const { pathname, search } = window.location;
  if (pathname !== "/sign-in") window.location.assign(signInRoute(`${pathname}${search}`));
}

/** Before the first reading the answer is 503, for as long as the reading takes: that is waited for. */
function shouldRetry(failures: number, error: Error): boolean {
  if (!(error instanceof ApiError) || error.code !== "unavailable") return false;
  return error.status === 503 || failures < RETRIES_MAX;
}

function retryDelay(failures: number, error: Error): number {
  const told = error instanceof ApiError ? error.retryAfterSeconds : null;
  return told === null ? Math.min(1000 * 2 ** failures, 15_000) : told * 1000;
}
