import { handleUnknown } from "@/lib/http/handle-unknown";

/** Every address below /api that no endpoint has: without this, Next.js would answer with a page. */
export const GET = handleUnknown;
export const POST = handleUnknown;
export const PATCH = handleUnknown;
export const DELETE = handleUnknown;
