/** Selects the code that Stryker changes, and the tests that must notice. */

/** The report reads all of the policy: testing other mutants with its tests too would cost ten times as much. */
const part = process.env["MUTATION_PART"] ?? "rest"

export default {
  mutate:
    part === "report"
      ? ["policy/report/**/*.ts"]
      : [
          "policy/**/*.ts",
          "!policy/report/**",
          // Data: other tests compare it word for word with the DPIA, the law and the databases.
          "!policy/dpia/commitments/section-*.ts",
          "!policy/dpia/findings/{ambiguity,contradiction,gap,legal-text,out-of-date}.ts",
          "!policy/dpia/risks.ts",
          "!policy/dpia/assets/**",
          // A library of its own, held to every filling of small tables by brute force.
          "!policy/disclosure/{audit,suppress,tables}/**",
          // The text detector: a library too, held to the bars of `npm run bench -- free-text`.
          "!policy/free-text/**",
          // What a release asks of that library, held to tables that any children may be left out of, and to counter-examples.
          "!policy/release/{same-population,single-table-gate,linked-tables-gate,linked-table}.ts",
          "!policy/disclosure/subset-sum.ts",
        ],
  testRunner: "vitest",
  vitest: { configFile: "tests/mutation/vitest.config.ts", related: true },
  plugins: ["@stryker-mutator/vitest-runner", "./tests/mutation/wording.mjs"],
  ignorers: ["wording"],
  coverageAnalysis: "perTest",
  // Stryker reads a tsconfig through a compiler API that TypeScript 7 lacks; the tests run without types.
  tsconfigFile: "no-such-tsconfig.json",
  ignorePatterns: ["/.results", "/.ci", "/bench", "/tests/e2e"],
  tempDirName: ".results/mutation-copy",
  // Code that runs as its module loads is mutated only with `--ignoreStatic false`: each such mutant costs a whole run.
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
