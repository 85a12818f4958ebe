import { expect, it } from "vitest";
import { DELETE, GET, PATCH, POST } from "@/app/api/[...path]/route";
import { errorOf } from "./endpoints.fixture";

it.each([GET, POST, PATCH, DELETE])("an address of no endpoint is 404 as the API says it", async (handler) => {
  const response = handler();
  expect(response.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  expect(response.headers.get("cache-control")).toBe("private, no-store");
  expect(await errorOf(response)).toMatchObject({ status: 404, code: "not-found" });
});
