/** Groups the tests: quick ones in parallel, those that start stores and browsers four at a time, and timed ones alone. */
import solid from "vite-plugin-solid"
import { defineConfig } from "vitest/config"
import { ruleIds } from "./policy/rule-id.ts"
import { allTests, timedFiles, wholeFolders } from "./tests/support/groups.ts"
import { LongFilesFirst } from "./tests/support/long-files-first.ts"

/** Files of a group share processes, and with them modules and one browser: loading these took half the time of a run. */
const shared = {
  tags: ruleIds.map((name) => ({ name })),
  isolate: false,
  // Most of what a test makes is soon dropped: with more room for it, a tenth of the work of a run goes.
  execArgv: ["--max-semi-space-size=64"],
  globalSetup: "tests/support/run-folder.ts",
  setupFiles: "tests/support/each-file.ts",
  testTimeout: 60_000,
  hookTimeout: 120_000,
  // Four such files at once on two cores: a second, the usual limit, is too short for a page to come.
  expect: { poll: { timeout: 20_000 } },
}

export default defineConfig({
  plugins: [solid({ ssr: true })],
  test: {
    ...shared,
    sequence: { sequencer: LongFilesFirst },
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: "rules and pages",
          // Left to itself, Vitest keeps one of the two cores of CI free.
          maxWorkers: 2,
          include: [`tests/${allTests}`],
          exclude: wholeFolders.map((folder) => `${folder}/**`),
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: "the whole thing",
          include: wholeFolders.map((folder) => `${folder}/${allTests}`),
          exclude: timedFiles,
          // Two more than the cores that CI has: these wait for browsers, processes and disks a quarter of their time.
          maxWorkers: 4,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: "the whole thing, timed",
          include: timedFiles,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
