import { getOpenApi } from "@/lib/api/contract/console";
import { ENDPOINTS } from "@/lib/api/endpoints";
import { describeApi, type OpenApiDocument } from "@/lib/api/openapi";
import { handle } from "@/lib/http/handle";

let description: OpenApiDocument | undefined;

export const GET = handle(getOpenApi, () => {
  description ??= describeApi(Object.values(ENDPOINTS));
  return description;
});
