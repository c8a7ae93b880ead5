/** A child in a secure setting is never asked for a school, and no answer that gives one is admitted. */
import { describe, expect, it } from "vitest"
import { withheldSchool } from "../../policy/response/secure-settings.ts"
import { noSchoolInSecureSettings } from "../../policy/rules/no-school-in-secure-settings.ts"
import { breachesOf } from "../support/policy/fixtures.ts"
import { testWithheld } from "../support/policy/secure-settings.ts"

const tags = ["no-school-in-secure-settings" as const]

describe("does not compile", { tags }, () => {
  it("before the setting, on its page, or asked of all", () => {
    expect(breachesOf("no-school-in-secure-settings")).toEqual(
      expect.arrayContaining(["before-the-setting", "same-page", "asked-of-all", "all-first"]),
    )
  })
})

testWithheld({
  tags: ["no-school-in-secure-settings"],
  rule: noSchoolInSecureSettings,
  gate: withheldSchool.gate,
  given: { school: "prefer-not-to-say" },
})
