/** A child in a secure setting is never asked for a postcode or a council, and no answer that gives one is admitted. */
import { describe, expect, it } from "vitest"
import { withheldPlace } from "../../policy/response/secure-settings.ts"
import { noPostcodeInSecureSettings } from "../../policy/rules/no-postcode-in-secure-settings.ts"
import { breachesOf } from "../support/policy/fixtures.ts"
import { testWithheld } from "../support/policy/secure-settings.ts"

const tags = ["no-postcode-in-secure-settings" as const]

describe("does not compile", { tags }, () => {
  it("before the setting, on its page, or asked of all", () => {
    expect(breachesOf("no-postcode-in-secure-settings")).toEqual(
      expect.arrayContaining([
        "before-the-setting",
        "same-page",
        "asked-of-all",
        "council-before-the-setting",
        "council-asked-of-all",
      ]),
    )
  })
})

testWithheld({
  tags: ["no-postcode-in-secure-settings"],
  rule: noPostcodeInSecureSettings,
  gate: withheldPlace.gate,
  given: { "home-postcode": { postcode: "ZZ1 1AB" }, "local-council": "prefer-not-to-say" },
})
