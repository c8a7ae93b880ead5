/** What is mutated, and by which tests it must be found out. */

/** The report reads all of the policy: were the rest held to its tests too, each mutant would cost ten times as much. */
const part = process.env["MUTATION_PART"] ?? "rest"

export default {
  mutate:
    part === "report"
      ? ["policy/report/**/*.ts"]
      : [
          "policy/**/*.ts",
          "!policy/report/**",
          // Data, held to the DPIA, to the law and to the databases by tests that compare it word for word.
          "!policy/dpia/commitments/**",
          "!policy/dpia/findings/**",
          "!policy/dpia/risks.ts",
          "!policy/assets/**",
          // A library of its own, held to every filling of small tables by brute force.
          "!policy/disclosure/{audit,suppress,tables}/**",
          // What a release asks of that library, held to tables that any children may be left out of, and to counter-examples.
          "!policy/disclosure/{across,alike,alone,beside,implied,on-ledger,subset}.ts",
        ],
  testRunner: "vitest",
  vitest: { configFile: "tests/mutation/vitest.config.ts", related: true },
  plugins: ["@stryker-mutator/vitest-runner", "./tests/mutation/what-is-said.mjs"],
  ignorers: ["what-is-said"],
  coverageAnalysis: "perTest",
  // Stryker reads a tsconfig by a compiler interface that TypeScript 7 has not; the tests are run without types.
  tsconfigFile: "no-such-tsconfig.json",
  ignorePatterns: ["/.results", "/.ci", "/bench", "/tests/e2e"],
  tempDirName: ".results/mutation-copy",
  // What a module does as it is loaded is mutated only by `--ignoreStatic false`: each such mutant costs a whole run.
  ignoreStatic: true,
  incremental: true,
  incrementalFile: `.results/mutation-before-${part}.json`,
  reporters: ["clear-text", "progress-append-only", "json"],
  clearTextReporter: { logTests: false, reportTests: false, reportMutants: true, allowColor: false },
  jsonReporter: { fileName: `.results/mutation-report-${part}.json` },
  concurrency: 2,
  timeoutMS: 20_000,
  checkers: [],
}
