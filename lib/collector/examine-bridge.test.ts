import { expect, it } from "vitest";
import { examineBridge } from "./examine-bridge";

it("says that there is no bridge, as a warning: the product works, read only", async () => {
  expect(await examineBridge(null)).toEqual([
    expect.objectContaining({
      area: "bridge",
      state: "warn",
      text: expect.stringMatching(/^not configured: read-only/),
    }),
  ]);
});

it("makes a PowerShell that cannot be started a finding and no crash", async () => {
  const [finding, ...others] = await examineBridge({
    executable: "no-such-powershell",
    arguments: [],
    controller: null,
  });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ area: "bridge", state: "bad", text: expect.stringContaining("no-such-powershell") });
});
