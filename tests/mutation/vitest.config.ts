/** The tests that a mutant of the policy must get past: all that run the policy in one process, and no compiler. */
import { defineConfig } from "vitest/config"
import { ruleIds } from "../../policy/rule-id.ts"

const ofReport = "tests/policy/report/**"
const isReport = process.env["MUTATION_PART"] === "report"

export default defineConfig({
  test: {
    include: isReport
      ? [`${ofReport}/*.test.ts`]
      : [
          "tests/policy/**/*.test.ts",
          "tests/surveys/*.test.ts",
          "tests/released/{audited,whole-cross,withheld}.test.ts",
          "tests/releasing/decided-before.test.ts",
        ],
    // The first compiles the fixtures, the second reads the source of the rules.
    exclude: [
      "tests/policy/refused.test.ts",
      "tests/policy/register.test.ts",
      "tests/policy/disclosure/{audit,suppress,tables}/**",
      ...(isReport ? [] : [ofReport]),
    ],
    tags: ruleIds.map((name) => ({ name })),
    // The same histories for each mutant, and a quarter of the usual number: what they miss the rest would rarely find.
    env: { FUZZ: "500", SEED: "1" },
    testTimeout: 60_000,
  },
})
