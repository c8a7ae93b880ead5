/** Selects the tests that must notice a mutant of the policy: those that run it in one process, without the compiler. */
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
          "tests/tables/site/{audit-of-csv,complete-table,withheld}.test.ts",
          "tests/tables/workflow/prior-decisions.test.ts",
        ],
    // The first compiles the fixtures, the second reads the source of the rules.
    exclude: [
      "tests/policy/refused.test.ts",
      "tests/policy/register.test.ts",
      "tests/policy/disclosure/{audit,suppress,tables}/**",
      ...(isReport ? [] : [ofReport]),
    ],
    tags: ruleIds.map((name) => ({ name })),
    // The same histories for each mutant, and a quarter of the usual number: more would rarely notice more.
    env: { FUZZ: "500", SEED: "1" },
    setupFiles: "tests/support/each-file.ts",
    testTimeout: 60_000,
  },
})
