/** Names the folders and files of tests by what they need: stores, processes and browsers, or a quiet machine. */

export const allTests = "**/*.test.{ts,tsx}"

/** These start stores, processes or browsers. */
export const wholeFolders = ["commands", "db", "e2e", "launcher", "server"].map((folder) => `tests/${folder}`)

/** These measure times, or count on a machine that does nothing else. */
export const timedFiles = [
  "tests/db/geography-search.test.ts",
  "tests/e2e/class-burst.test.ts",
  "tests/e2e/first-answer.test.ts",
  "tests/server/drain.test.ts",
  "tests/server/hang-ups.test.ts",
  "tests/server/starvation.test.ts",
  "tests/server/known-token.test.ts",
]

/** These take longest, so they begin first: begun last, one alone would keep the others waiting. */
export const longFiles = [
  "tests/policy/disclosure/suppress/every-filling.test.ts",
  "tests/policy/refused.test.ts",
  "tests/policy/release/protected-tables.test.ts",
  "tests/policy/tamper-table.test.ts",
  "tests/tables/workflow/histories.test.ts",
  "tests/policy/retention-histories.test.ts",
  "tests/policy/disclosure/audit/determined.test.ts",
  "tests/policy/ledger.test.ts",
  "tests/surveys/form-author.test.ts",
  "tests/db/transfer-killed.test.ts",
  "tests/e2e/each-form.test.ts",
  "tests/launcher/new-rule.test.ts",
  "tests/db/transfer.test.ts",
  "tests/e2e/looks.test.ts",
  "tests/e2e/axe.test.ts",
  "tests/e2e/secure-setting.test.ts",
  "tests/db/geography-names.test.ts",
  "tests/server/live.test.ts",
  "tests/server/canaries.test.ts",
  "tests/e2e/sending.test.ts",
  "tests/e2e/hurried.test.ts",
  "tests/e2e/shared-tablet.test.ts",
  "tests/e2e/way-in.test.ts",
  "tests/launcher/installed.test.ts",
  "tests/e2e/busy-network.test.ts",
  "tests/db/geography-written.test.ts",
  "tests/launcher/kill.test.ts",
  "tests/server/round-trip.test.ts",
  "tests/launcher/launch.test.ts",
]
