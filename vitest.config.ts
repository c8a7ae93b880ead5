/** How the tests run: what is quick side by side, what starts stores, browsers and processes two at a time, and alone what a clock is held against. */
import solid from "vite-plugin-solid"
import { defineConfig } from "vitest/config"
import { ruleIds } from "./policy/rule-id.ts"

const whole = ["tests/e2e/**", "tests/server/**", "tests/launcher/**", "tests/db/**"]
const tests = "**/*.test.{ts,tsx}"
/** What these promise is a time, or what a machine does that has nothing else to do. */
const timed = [
  "tests/e2e/{first-answer,sending}.test.ts",
  "tests/db/geography-{killed,search}.test.ts",
  "tests/server/{drain,fuzz,hang-ups}.test.ts",
  "tests/launcher/{kill,launch}.test.ts",
]

const shared = {
  tags: ruleIds.map((name) => ({ name })),
  testTimeout: 60_000,
  hookTimeout: 120_000,
}

/** A real browser and real processes on a shared machine: what fails twice more is broken. */
const again = { retry: 2 }

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
          ...again,
          name: "the whole thing",
          include: whole.map((folder) => folder.replace("**", tests)),
          exclude: timed,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          ...again,
          name: "the whole thing, timed",
          include: timed,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
