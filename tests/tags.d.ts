/** A test's tags are the ids of rules: a mistyped one does not compile. */
import type { RuleId } from "../policy/rule-id.ts"

declare module "vitest" {
  interface TestTags {
    readonly rule: RuleId
  }
}
