/** How the tests run: what is quick side by side, what starts processes, stores and browsers one file after another. */
import solid from "vite-plugin-solid"
import { defineConfig } from "vitest/config"
import { ruleIds } from "./policy/rule-id.ts"

const whole = ["tests/e2e/**", "tests/server/**", "tests/launcher/**", "tests/db/**"]
const tests = "**/*.test.{ts,tsx}"

const shared = {
  tags: ruleIds.map((name) => ({ name })),
  testTimeout: 60_000,
  hookTimeout: 120_000,
}

export default defineConfig({
  plugins: [solid({ ssr: true })],
  test: {
    ...shared,
    projects: [
      { extends: true, test: { ...shared, name: "rules and pages", include: [`tests/${tests}`], exclude: whole } },
      {
        extends: true,
        test: {
          ...shared,
          name: "the whole thing",
          include: whole.map((folder) => folder.replace("**", tests)),
          fileParallelism: false,
          // A real browser and real processes on a shared machine: what fails twice more is broken.
          retry: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
