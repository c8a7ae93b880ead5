/** The numbers of custody: who may come near answers, how long an extract lives, how long a review may take. */
import type { ClearanceLevel } from "./data/role.ts"
import type { Parameter } from "./parameters.ts"

const securityCheck: ClearanceLevel = "security-check"

export const custodyParameters = {
  clearanceNeeded: {
    what: "The lowest clearance with which anyone may work near answers",
    value: securityCheck,
    from: "2026-11-22",
    source: "DPIA section 4: “the appropriate level of security clearance”, with no level: the strict reading",
  },
  reviewPeriod: {
    what: "How long a retention review may take before reading stops and destruction falls due",
    value: 30,
    unit: "days",
    from: "2026-11-22",
    source: "DPIA section 2: “data assets are reviewed, and a decision is made”, with no term: a month",
  },
  extractLife: {
    what: "The longest that the processor may keep an extract",
    value: 7,
    unit: "days",
    from: "2026-11-22",
    source: "DPIA section 2: “routine service maintenance”, with no term (F11): a week",
  },
} as const satisfies Record<string, Parameter<unknown>>
